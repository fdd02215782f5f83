import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placesInText } from '../../pageobjects/text-places.ts';

/** Three lines of 19 pixels, about twelve Chinese characters or 25 letters wide. */
const RECT = { x: 10, y: 100, width: 160, height: 57 };

test('the likeliest place is where the words stand, at the left and in the middle', () => {
  const text = '点击同意即表示您同意小米云服务的用户协议和隐私政策，并开始使用。';
  const [left, centred] = placesInText(text, ['隐私政策'], RECT);
  // The second of three lines.
  assert.equal(left?.y, 128.5);
  assert.equal(centred?.y, 128.5);
  assert.ok(left.x > RECT.x + 100 && left.x < RECT.x + RECT.width, String(left.x));
});

test('every line is tried in the end', () => {
  const places = placesInText('one two three four five six seven', ['three'], RECT);
  const lines = new Set(places.map(({ y }) => Math.floor((y - RECT.y) / 19)));
  assert.deepEqual([...lines].sort(), [0, 1, 2]);
});

test('no place is outside of the text', () => {
  const text = 'By going on you accept the User Agreement and the Privacy Policy of the service.';
  for (const { x, y } of placesInText(text, ['Privacy Policy'], RECT)) {
    assert.ok(x >= RECT.x && x <= RECT.x + RECT.width, String(x));
    assert.ok(y >= RECT.y && y <= RECT.y + RECT.height, String(y));
  }
});

test('words that the text has not are nowhere', () => {
  assert.deepEqual(placesInText('something else', ['Privacy Policy'], RECT), []);
});

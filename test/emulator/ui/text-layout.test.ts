import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextEngine, type TextStyle } from '../../../emulator/ui/text-layout.ts';

const STYLE: TextStyle = {
  sizePx: 28,
  weight: 400,
  lineHeightPx: undefined,
  maxLines: Infinity,
};

const engine = new TextEngine();
const lines = (text: string, widthPx: number, style: Partial<TextStyle> = {}) =>
  engine.layout(text, { ...STYLE, ...style }, widthPx).lines.map((line) => line.text);

test('a text that fits is one line', () => {
  assert.deepEqual(lines('Sign in', 500), ['Sign in']);
});

test('Chinese punctuation stays with the word before it', () => {
  const width = engine.width('安装 io.appium.settings', STYLE) + 1;
  assert.deepEqual(lines('安装 io.appium.settings。', width), ['安装', 'io.appium.settings。']);
});

test('a text shrinks until it has no more lines than it may', () => {
  const text = 'USB debugging and its security settings';
  const style = { ...STYLE, maxLines: 2 };
  const width = engine.width('USB debugging', STYLE) + 1;
  const fitted = engine.fit(text, style, width);
  assert.ok(fitted.sizePx < STYLE.sizePx, `still ${fitted.sizePx} px`);
  assert.ok(!lines(text, width, fitted).join(' ').includes('…'), 'is shortened');
});

test('a text that fits keeps its size', () => {
  const style = { ...STYLE, maxLines: 2 };
  assert.equal(engine.fit('USB debugging', style, 500), style);
});

test('lines break between words', () => {
  const width = engine.width('Sign in with', STYLE) + 1;
  assert.deepEqual(lines('Sign in with Xiaomi', width), ['Sign in with', 'Xiaomi']);
});

test('Chinese breaks between any two characters, never before punctuation', () => {
  const width = engine.width('首次登录', STYLE) + 1;
  assert.deepEqual(lines('首次登录会自动', width), ['首次登录', '会自动']);
  assert.ok(lines('首次登录，会自动', width).every((line) => !line.startsWith('，')));
});

test('a word wider than the line is cut', () => {
  assert.ok(lines('a'.repeat(100), 200).length > 1);
});

test('a line break in the text breaks the line', () => {
  assert.deepEqual(lines('a\n\nb', 500), ['a', '', 'b']);
});

test('further lines than allowed end in an ellipsis', () => {
  const [only, ...more] = lines('many words that do not fit', 150, { maxLines: 1 });
  assert.ok(only?.endsWith('…'));
  assert.deepEqual(more, []);
});

test('no line is wider than the space, and no character is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'bc', 'Wide', ' ', '-', '登', '，', 'Привет', '\n'), {
        maxLength: 60,
      }),
      fc.integer({ min: 120, max: 600 }),
      (pieces, widthPx) => {
        const text = pieces.join('');
        const layout = engine.layout(text, STYLE, widthPx);
        for (const line of layout.lines) {
          assert.ok(line.widthPx <= widthPx);
          assert.ok(text.startsWith(line.text, line.start));
        }
        const drawn = layout.lines.map((line) => line.text).join('');
        assert.equal(drawn.replace(/\s/g, ''), text.replace(/\s/g, ''));
      },
    ),
  );
});

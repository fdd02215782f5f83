import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellsNoText, textShownOn } from '../../../launcher/evidence/shown-text.ts';

const BARS = '<android.widget.TextView package="com.android.systemui" text="12:00" />';
const source = (...nodes: string[]) => `<hierarchy>${BARS}${nodes.join('')}</hierarchy>`;

test('a tree of views without texts tells none, whatever time the status bar shows', () => {
  assert.equal(tellsNoText(source('<android.webkit.WebView package="a" text="" />')), true);
});

for (const attribute of ['text', 'content-desc', 'hint']) {
  test(`a view with a ${attribute} tells something`, () => {
    const view = `<android.view.View package="a" ${attribute}="Security check" />`;
    assert.equal(tellsNoText(source(view)), false);
  });
}

test('what is read is a line each', async () => {
  const bounds = { left: 0, top: 0, width: 1, height: 1 };
  const line = (text: string) => ({ text, bounds, confidence: 90 });
  const reader = { read: async () => [line('Security check'), line('Press and hold')] };
  assert.equal(await textShownOn(Buffer.alloc(0), reader), 'Security check\nPress and hold');
});

test('a picture in which nothing can be read has no text', async () => {
  assert.equal(await textShownOn(Buffer.alloc(0), { read: async () => [] }), undefined);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screenNodes } from '../../device/screen-source.ts';

const SOURCE = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\r
<hierarchy index="0" class="hierarchy" rotation="0" width="720" height="1568">\r
  <android.widget.FrameLayout index="0" class="android.widget.FrameLayout" text="" bounds="[0,0][720,1600]">\r
    <android.widget.TextView index="0" class="android.widget.TextView" text="Can&apos;t &lt;connect&gt; &amp; 1 &quot;x&quot;&#10;0123" bounds="[1,2][3,4]" />\r
  </android.widget.FrameLayout>\r
  <android.widget.Toast index="2" class="android.widget.Toast" text="Server error" />\r
</hierarchy>`;

test('nodes come in document order, under their class', () => {
  assert.deepEqual(
    screenNodes(SOURCE).map(({ className }) => className),
    ['hierarchy', 'android.widget.FrameLayout', 'android.widget.TextView', 'android.widget.Toast'],
  );
});

test('attributes are decoded and stay text', () => {
  const { attributes } = screenNodes(SOURCE)[2] ?? assert.fail('no third node');
  assert.equal(attributes['text'], 'Can\'t <connect> & 1 "x"\n0123');
  assert.equal(attributes['bounds'], '[1,2][3,4]');
  assert.equal(attributes['index'], '0');
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Masker } from '../../../config/masker.ts';
import { screenNodes } from '../../../device/screen-source.ts';
import { maskSource } from '../../../launcher/evidence/mask-source.ts';

interface Node {
  readonly text: string;
  readonly id?: string;
  readonly className?: string;
  readonly packageName?: string;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function sourceOf(nodes: readonly Node[]): string {
  const tags = nodes.map(
    ({ text, id = '', className = 'android.widget.TextView', packageName = 'a.b' }, index) =>
      `<node text="${escaped(text)}" resource-id="${id}" class="${className}" package="${packageName}" bounds="[0,${index}][9,${index + 1}]" />`,
  );
  return `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?><hierarchy rotation="0">${tags.join('')}</hierarchy>`;
}

function masked(...nodes: readonly Node[]): string[] {
  const masker = new Masker();
  masker.addSecret('Home WiFi', 'password');
  const { source } = maskSource(sourceOf(nodes), masker);
  return screenNodes(source).flatMap(({ attributes }) => attributes['text'] ?? []);
}

describe('a recorded tree', () => {
  const cases: [what: string, node: Node][] = [
    ['a phone number', { text: 'Code sent to +1 201 555 0123' }],
    ['a code in a text', { text: 'Your code: 318204' }],
    ['a number in groups', { text: '138 0013 8000' }],
    ['an email address', { text: 'fang@example.com' }],
    ['what was typed', { text: 'secret', className: 'android.widget.EditText' }],
    ['the account’s name', { text: 'Fang', id: 'com.xiaomi.account:id/user_name' }],
    ['the value of a row', { text: 'Fang', id: 'com.android.settings:id/text_right' }],
    ['a notification', { text: 'See you at 8', packageName: 'com.android.systemui' }],
    ['a word that was named', { text: 'connected to Home WiFi' }],
  ];
  for (const [what, node] of cases) {
    it(`has not ${what}`, () => {
      const [text = ''] = masked(node);
      assert.match(text, /\[masked/);
      assert.doesNotMatch(text, /\d{3}|Fang|fang|secret|Home WiFi|See you/);
    });
  }

  it('has not the account’s name that is the title of its row', () => {
    assert.deepEqual(
      masked(
        { text: 'Fang', id: 'android:id/title' },
        { text: 'Manage accounts, cloud services, and more', id: 'android:id/summary' },
      ),
      ['[masked]', 'Manage accounts, cloud services, and more'],
    );
  });

  it('has the texts that page objects look for', () => {
    assert.deepEqual(masked({ text: 'Xiaomi Account' }, { text: 'Step 1 of 2' }), [
      'Xiaomi Account',
      'Step 1 of 2',
    ]);
  });

  it('tells where it was masked', () => {
    const { regions } = maskSource(sourceOf([{ text: 'Next' }, { text: '318204' }]), new Masker());
    assert.deepEqual(regions, [{ left: 0, top: 1, right: 9, bottom: 2 }]);
  });

  it('has no run of four digits, whatever the screen says', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ text: fc.string({ unit: fc.constantFrom(...Array.from('1290 -&#<">a')) }) }),
        ),
        (nodes) => {
          for (const text of masked(...nodes)) assert.doesNotMatch(text, /\d{4}/);
        },
      ),
    );
  });

  it('is the same tree', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ text: fc.string({ unit: fc.constantFrom(...Array.from('19&#<">\'a')) }) }),
        ),
        (nodes) => {
          const source = sourceOf(nodes);
          const shape = (xml: string) =>
            screenNodes(xml).map(({ attributes: { text: _, ...rest } }) => rest);
          assert.deepEqual(shape(maskSource(source, new Masker()).source), shape(source));
        },
      ),
    );
  });
});

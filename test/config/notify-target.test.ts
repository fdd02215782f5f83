import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseNotifyTarget } from '../../config/notify-target.ts';
import { SettingsError } from '../../config/settings-error.ts';
import { loadSettings } from '../../config/settings.ts';

test('an address is told by POST', () => {
  const target = parseNotifyTarget('https://hooks.example/services/T0?x=1');
  assert.deepEqual(target, {
    kind: 'address',
    url: new URL('https://hooks.example/services/T0?x=1'),
  });
});

test("a command's words are split as in a shell", () => {
  assert.deepEqual(parseNotifyTarget(`tell-qa --to 'night shift' "a b"`), {
    kind: 'command',
    program: 'tell-qa',
    args: ['--to', 'night shift', 'a b'],
  });
});

for (const text of [
  'ftp://hooks.example/x',
  'https://qa:secret@hooks.example/x',
  'https://hooks.example/a b',
  'https://[hooks/x',
  `tell-qa 'night`,
  `''`,
]) {
  test(`MI_NOTIFY=${text} is refused before a run, and shown nowhere`, () => {
    assert.throws(
      () => loadSettings({ MI_NOTIFY: text }),
      (error: unknown) =>
        error instanceof SettingsError &&
        error.problems.length === 1 &&
        error.problems[0]?.setting === 'MI_NOTIFY' &&
        !error.message.includes(text),
    );
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ask, batchScript, parseBatch } from '../../../device/doctor/batch.ts';
import { QUESTIONS, type QuestionName } from '../../../device/doctor/questions.ts';
import { AdbError } from '../../../device/errors.ts';
import { FakeAdb } from '../fake-adb.ts';

const NAMES = Object.keys(QUESTIONS) as QuestionName[];
const MARK = /echo "(@@answer \w+)"/g;

/** What a shell prints for a script whose commands say these texts. */
function printed(script: string, texts: readonly string[]): string {
  const marks = [...script.matchAll(MARK)].map(([, mark]) => mark);
  return marks.map((mark, index) => `${texts[index] ?? ''}${mark}\n`).join('');
}

test('every answer is found again, whatever it says and however it ends', () => {
  const text = fc.stringMatching(/^[ -~\n]*$/).filter((value) => !value.includes('@@answer'));
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.constantFrom(...NAMES), text), { selector: ([name]) => name }),
      (pairs) => {
        const script = batchScript(pairs.map(([name]) => name));
        const output = printed(
          script,
          pairs.map(([, value]) => value),
        );
        assert.deepEqual([...parseBatch(output)], pairs);
      },
    ),
  );
});

test('lines that end as on a terminal are read as lines', () => {
  const answers = parseBatch('level: 1\r\nscale: 2\r\n@@answer battery\r\n');
  assert.equal(answers.get('battery'), 'level: 1\nscale: 2\n');
});

test('what a command says on its error output is part of its answer', () => {
  for (const command of QUESTIONS.autostart.commands) {
    assert.ok(batchScript(['autostart']).includes(`${command} 2>&1; `));
  }
});

test('an answer that was cut off is no answer', () => {
  assert.deepEqual([...parseBatch('a\n@@answer power\nhalf of the')], [['power', 'a\n']]);
});

test('a lane that fails takes only its own answers with it', async () => {
  const adb = new FakeAdb((script) => {
    if (script.includes('getprop')) throw new AdbError('no answer', { remedy: '' });
    return { stdout: printed(script, ['awake']) };
  });
  const answers = await ask(adb, ['properties', 'power']);
  assert.deepEqual([...answers], [['power', 'awake']]);
  assert.equal(adb.commands.length, 2);
});

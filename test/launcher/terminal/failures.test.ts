import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FailedTest } from '../../../launcher/phone-results.ts';
import { failureLines, SHOWN_IN_FULL } from '../../../launcher/terminal/failures.ts';
import { failureOn, NOTE_13, REDMI_7A } from '../regression/summaries.ts';

const FAILURE = failureOn(NOTE_13);

function lines(failures: FailedTest[]): string[] {
  return failureLines({ failures }, false);
}

describe('what failed, at the end of a run', () => {
  it('is nothing when all passed', () => {
    assert.deepEqual(lines([]), []);
  });

  it('has the phone, the spec, the screen and what was expected', () => {
    assert.deepEqual(lines([FAILURE]), [
      'Failed: 1',
      '✗ Redmi 红米 Note 13, zh-CN: specs/sign-up.spec.ts',
      '    SmsError: no SMS',
      '      screen: SMS code',
      '      expected: an SMS',
    ]);
  });

  it('calls a phone without a language by its serial', () => {
    const [, line] = lines([{ ...failureOn(REDMI_7A), spec: null }]);
    assert.equal(line, '✗ Redmi 7A (emulator-5556): a test');
  });

  it('says so where there was no phone', () => {
    const [, line] = lines([failureOn(undefined)]);
    assert.equal(line, '✗ no phone: specs/sign-up.spec.ts');
  });

  it('has the page of the test in the report', () => {
    const printed = failureLines({ failures: [FAILURE] }, false, () => 'file:///r/index.html#1');
    assert.equal(printed.at(-1), '    file:///r/index.html#1');
  });

  it('has an error once that is the same in several places', () => {
    const printed = lines([FAILURE, failureOn(REDMI_7A)]);
    assert.deepEqual(printed.slice(-2), [
      '  the same:',
      '  ✗ Redmi 7A (emulator-5556): specs/sign-up.spec.ts',
    ]);
    assert.equal(printed.filter((line) => line.includes('screen:')).length, 1);
  });

  it('has some places of an error that is everywhere', () => {
    const printed = lines(Array.from({ length: 48 }, () => FAILURE));
    assert.equal(printed.at(-1), '    and 39 more');
  });

  it('leaves errors to the report that would hide the first ones', () => {
    const errors = Array.from({ length: 100 }, (_, index) => ({
      ...FAILURE,
      error: `Error: ${String(index)}`,
    }));
    const printed = lines(errors);
    assert.equal(printed.filter((line) => line.includes('screen:')).length, SHOWN_IN_FULL);
    assert.equal(printed.at(-1), 'and 95 more, which the report has');
  });

  it('leaves out most of a message that prints large values', () => {
    const message = Array.from({ length: 40 }, (_, line) => `line ${String(line)}`).join('\n');
    const printed = lines([{ ...FAILURE, message }]);
    assert.equal(printed.length, 14);
    assert.equal(printed.at(-1), '    …');
  });

  it('has what is known apart, with its reason', () => {
    const known = { reason: 'slow operator', expires: '2027-03-31', link: 'https://a.example/1' };
    assert.deepEqual(lines([{ ...FAILURE, known }]), [
      'Failed, and known: 1',
      'slow operator (until 2027-03-31), https://a.example/1',
      '  – Redmi 红米 Note 13, zh-CN: specs/sign-up.spec.ts',
    ]);
  });
});

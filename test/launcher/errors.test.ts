import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Masker } from '../../config/masker.ts';
import { HarnessError } from '../../config/errors.ts';
import { errorInfo, maskError, oneLine } from '../../launcher/errors.ts';

describe('an error that is going to be shown', () => {
  const masker = new Masker();
  masker.addPhoneNumber('+12015550123');
  const typed = 'when running "element/7/value" with args "{"text":"2015550123"}"';

  it('holds no secret in its message', () => {
    const error = new Error(typed);
    maskError(error, masker);
    assert.doesNotMatch(error.message, /5550123/);
  });

  it('holds no secret in its stack, which repeats the message', () => {
    const error = new Error(typed);
    maskError(error, masker);
    assert.doesNotMatch(error.stack ?? '', /5550123/);
  });
});

describe('an error in one line', () => {
  it('is its summary and what was seen', () => {
    const details = { phone: 'a', expected: 'it listed', seen: 'for 3 s: offline', remedy: 'wait' };
    const error = errorInfo(new HarnessError('The phone was lost.', details));
    assert.equal(oneLine(error), 'HarnessError: The phone was lost. Seen: for 3 s: offline');
  });

  it('is its first line where nothing more is known', () => {
    assert.equal(oneLine(errorInfo(new TypeError('no\nmore'))), 'TypeError: no');
  });
});

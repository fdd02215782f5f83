import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Masker } from '../../config/masker.ts';
import { maskError } from '../../launcher/errors.ts';

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

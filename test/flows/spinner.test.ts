import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScreenNode } from '../../device/screen-source.ts';
import { Spinner } from '../../flows/spinner.ts';

const BAR: ScreenNode = { className: 'android.widget.ProgressBar', attributes: {} };

function saying(text: string, className = 'android.widget.TextView'): ScreenNode {
  return { className, attributes: { text } };
}

test('a spinner that says something else stands for the next request', () => {
  const spinner = new Spinner();
  const looks = ['Signing in…', 'Signing in…', 'Loading…'].map((text, index) =>
    spinner.look([BAR, saying(text)], index),
  );
  assert.deepEqual(looks, [false, false, true]);
  assert.equal(spinner.sinceMs, 2);
});

test('one that changes to and fro stands for no more', () => {
  const spinner = new Spinner();
  const looks = ['A', 'B', 'A', 'B'].map((text) => spinner.look([BAR, saying(text)], 0));
  assert.deepEqual(looks, [false, true, false, false]);
});

test('neither a countdown nor a toast nor a field is what a spinner says', () => {
  const spinner = new Spinner();
  spinner.look([BAR, saying('Resend in 59 s')], 0);
  const other = [
    saying('Resend in 8 s'),
    saying('Sent', 'android.widget.Toast'),
    saying('069382', 'android.widget.EditText'),
  ];
  assert.equal(spinner.look([BAR, ...other], 1), false);
  assert.equal(spinner.sinceMs, 0);
});

test('a screen without a spinner shows none', () => {
  const spinner = new Spinner();
  spinner.look([BAR], 5);
  assert.equal(spinner.look([saying('Signing in…')], 6), false);
  assert.equal(spinner.sinceMs, undefined);
});

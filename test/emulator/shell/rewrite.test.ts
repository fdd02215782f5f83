import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'just-bash';
import { AT_CLIENT, rewrite } from '../../../emulator/shell/rewrite.ts';

const OUT = '>>/dev/.stdout 2>>/dev/.stderr';

/** What just-bash gets, with the marks of stages told as `|`. */
function rewritten(script: string): string {
  const isStreamed = (name: string) => ['logcat', 'cat', 'grep'].includes(name);
  return rewrite(parse(script), AT_CLIENT, isStreamed, true)
    .trim()
    .replace(/1?>> (\/dev)/g, '>>$1')
    .replace(/0?< (\/dev)/g, '<$1')
    .replaceAll('\u{e000}', '')
    .replace(/'([\w|]*)'/g, '$1');
}

for (const [script, expected] of [
  ['logcat -d', 'run-stages ioe | logcat -d'],
  ['/system/bin/logcat', 'run-stages ioe | logcat'],
  ['toybox cat f', 'run-stages ioe | cat f'],
  ['exec logcat; echo', `run-stages ioe | logcat\nexit`],
  ['logcat | grep x', 'run-stages ioe | logcat | grep x'],
  ['logcat | sort', `run-stages ie | logcat | sort ${OUT}`],
  ['getprop', `getprop ${OUT}`],
  ['getprop | grep x', `getprop 2>>/dev/.stderr | grep x ${OUT}`],
  ['x=$(cat f)', 'x=$(run-stages ie | cat f)'],
  ['read x', `read x ${OUT} </dev/.line`],
  ['sort', `sort ${OUT} </dev/.stdin`],
  ['sort f', `sort f ${OUT}`],
  ['{ cat; } > f', '{ run-stages i | cat; } > f'],
] as const) {
  test(`${script} is rewritten`, () => {
    assert.equal(rewritten(script), expected);
  });
}

test('a loop looks at each turn whether to go on', () => {
  assert.equal(
    rewritten('while true; do :; done'),
    'while true; do\n[[ -e /dev/.turn ]] || return 130\n:\ndone',
  );
});

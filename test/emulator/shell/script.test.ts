import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'just-bash';
import { readsStdin, splitTail } from '../../../emulator/shell/script.ts';

const isOurs = (name: string) => name === 'logcat' || name === 'am';

for (const [script, source, filter] of [
  ['logcat -d', 'run-as-tail logcat -d', undefined],
  ['exec logcat', 'run-as-tail logcat', undefined],
  ['a=1; logcat "$a"', 'a=1\nrun-as-tail logcat "$a"', undefined],
  ['true && am start', 'true && run-as-tail am start', undefined],
  ['/system/bin/logcat', 'run-as-tail logcat', undefined],
  ['logcat | grep x', 'run-as-tail logcat', 'grep x'],
] as const) {
  test(`${script}: its last command is set apart`, () => {
    const split = splitTail(parse(script), isOurs);
    assert.deepEqual([split?.source.trim(), split?.filter?.trim()], [source, filter]);
  });
}

for (const script of [
  'logcat > f',
  'logcat &',
  'logcat | wc -l',
  'logcat | grep -m1 x',
  'echo logcat',
  '$x',
  'if true; then logcat; fi',
  '',
]) {
  test(`${script || 'nothing'}: stays whole`, () => {
    assert.equal(splitTail(parse(script), isOurs), undefined);
  });
}

for (const [script, reads] of [
  ['cat', true],
  ['cat f', false],
  ['grep x', true],
  ['grep x f', false],
  ['cat < f', false],
  ['echo x | cat', false],
  ['cat > f', true],
  ['while read l; do echo $l; done', true],
  ['getprop', false],
] as const) {
  test(`${script} ${reads ? 'reads' : 'does not read'} standard input`, () => {
    assert.equal(readsStdin(parse(script)), reads);
  });
}

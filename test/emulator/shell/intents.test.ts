import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../../../emulator/shell/command.ts';
import { formatIntent, parseIntent } from '../../../emulator/shell/intents.ts';

test('options make an intent', () => {
  const { intent, options } = parseIntent(
    '-W -a act -c c1 -c c2 -d tel:1 -f 0x10200000 -n p.q/.R --es k v --ez b true --ei n 3'.split(
      ' ',
    ),
  );
  assert.deepEqual(intent, {
    action: 'act',
    categories: ['c1', 'c2'],
    data: 'tel:1',
    flags: 0x10200000,
    component: { packageName: 'p.q', className: 'p.q.R' },
    extras: { k: 'v', b: true, n: 3 },
  });
  assert.deepEqual([...options.keys()], ['-W']);
});

test('a bare component is opened as from the launcher', () => {
  assert.deepEqual(parseIntent(['p/.R']).intent, {
    action: 'android.intent.action.MAIN',
    categories: ['android.intent.category.LAUNCHER'],
    component: { packageName: 'p', className: 'p.R' },
  });
});

test('a bare URI is viewed', () => {
  assert.deepEqual(parseIntent(['https://a.b/c']).intent, {
    action: 'android.intent.action.VIEW',
    data: 'https://a.b/c',
  });
});

for (const args of [['-n', 'nope'], ['-a'], ['--nope']]) {
  test(`${args.join(' ')} is refused`, () => {
    assert.throws(() => parseIntent(args), UsageError);
  });
}

test('an intent prints as Android prints it', () => {
  const { intent } = parseIntent(
    '-a act -c c1 -d https://user.example/secret?q -f 0x10000000 -n p.q/.R -e k v'.split(' '),
  );
  assert.equal(
    formatIntent(intent),
    'Intent { act=act cat=[c1] dat=https://user.example/... flg=0x10000000 cmp=p.q/.R (has extras) }',
  );
});

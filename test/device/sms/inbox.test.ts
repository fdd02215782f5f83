import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SmsSourceClosedError } from '../../../device/errors.ts';
import { parseInbox, SmsInbox } from '../../../device/sms/inbox.ts';
import type { CodeSource, SmsMessage } from '../../../device/sms/source.ts';
import { FakeAdb } from '../fake-adb.ts';

const HEAD =
  'address=xiaomi, date=1735689600000, date_sent=1735689599000, block_type=0, sub_id=1, sim_id=1, body=';

/** What `content query` prints for these bodies. */
function printed(bodies: readonly string[]): string {
  return bodies.map((body, row) => `Row: ${row} _id=${row + 1}, ${HEAD}${body}\n`).join('');
}

async function messagesOf(source: CodeSource, sinceMs: number): Promise<readonly SmsMessage[]> {
  const sighting = await source.look(sinceMs, {});
  assert.ok(sighting.kind === 'messages');
  return sighting.messages;
}

test('a row becomes a message', () => {
  assert.deepEqual(parseInbox(printed(['Mi Account verification code: 069382.'])), [
    {
      id: '1',
      sender: 'xiaomi',
      body: 'Mi Account verification code: 069382.',
      receivedMs: 1_735_689_600_000,
      sentMs: 1_735_689_599_000,
      blocked: false,
      simSlot: undefined,
    },
  ]);
});

test('any body is read back: commas, line breaks, what looks like a row or a column', () => {
  const piece = fc.constantFrom(
    'a',
    ', body=x',
    '\n',
    '\nRow: 1 ',
    'Row: 2 _id=3',
    ', date=5',
    'é【小米】',
    '\r',
    ' ',
  );
  const body = fc
    .array(piece, { maxLength: 8 })
    .map((pieces) => pieces.join(''))
    // A carriage return at the very end cannot be told from the line's own.
    .filter((text) => !text.endsWith('\r'));
  fc.assert(
    fc.property(fc.array(body, { minLength: 1, maxLength: 4 }), (bodies) => {
      assert.deepEqual(
        parseInbox(printed(bodies))?.map((message) => message.body),
        bodies,
      );
    }),
  );
});

test('columns in another order, and unknown ones, are read all the same', () => {
  const rows = [
    'Row: 0 date=7, thread_id=3, body=a, date=9, body=b\nRow: 1 x, _id=1, seen=0, address=xiaomi, priority=-1\n',
    'Row: 1 date=8, thread_id=3, body=c, _id=2, seen=1, address=+1 201, priority=-1\n',
  ].join('');
  assert.deepEqual(
    parseInbox(rows)?.map(({ id, sender, body, receivedMs }) => [id, sender, body, receivedMs]),
    [
      ['1', 'xiaomi', 'a, date=9, body=b\nRow: 1 x', 7],
      ['2', '+1 201', 'c', 8],
    ],
  );
});

test('NULL is nothing', () => {
  const row =
    'Row: 0 _id=4, address=NULL, date=7, date_sent=NULL, block_type=NULL, sub_id=NULL, sim_id=NULL, body=NULL\n';
  assert.deepEqual(parseInbox(row), [
    {
      id: '4',
      sender: '',
      body: '',
      receivedMs: 7,
      sentMs: 0,
      blocked: false,
      simSlot: undefined,
    },
  ]);
});

test('a message in the block list is marked', () => {
  assert.equal(
    parseInbox(printed(['x']).replace('block_type=0', 'block_type=3'))?.[0]?.blocked,
    true,
  );
});

test('no result is no message', () => {
  assert.deepEqual(parseInbox('No result found.\n'), []);
});

test('only messages from the time on count, newest first', async () => {
  const row = (index: number, ms: number) =>
    `Row: ${index} _id=${index}, address=a, date=${ms}, date_sent=0, block_type=0, sub_id=1, sim_id=1, body=b\n`;
  const adb = new FakeAdb(() => ({ stdout: row(0, 99) + row(1, 100) + row(2, 300) }));
  const messages = await messagesOf(new SmsInbox(adb), 100);
  assert.deepEqual(
    messages.map(({ receivedMs }) => receivedMs),
    [300, 100],
  );
  assert.match(adb.commands[0] ?? '', /--where 'date>=100'/);
});

test("a provider without Xiaomi's column is asked again without it, once for all", async () => {
  const adb = new FakeAdb((command) =>
    command.includes('block_type')
      ? {
          stdout: 'Error while accessing provider:sms\n',
          stderr: 'android.database.sqlite.SQLiteException: no such column: block_type (code 1)',
        }
      : { stdout: 'Row: 0 _id=1, address=a, date=5, date_sent=5, sub_id=1, sim_id=1, body=b\n' },
  );
  const inbox = new SmsInbox(adb);
  assert.equal((await messagesOf(inbox, 0))[0]?.body, 'b');
  await messagesOf(inbox, 0);
  assert.equal(adb.commands.filter((command) => command.includes('block_type')).length, 1);
});

const REFUSALS = [
  'Error while accessing provider:sms\njava.lang.SecurityException: Permission Denial: opening provider',
  '',
  'Row: 0 body=x, address=y',
];
for (const stdout of REFUSALS) {
  test(`"${stdout.split('\n')[0]}" is a closed inbox`, async () => {
    await assert.rejects(
      new SmsInbox(new FakeAdb(() => ({ stdout }))).look(0),
      SmsSourceClosedError,
    );
  });
}

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { redmi7a } from '../../../emulator/profiles/redmi-7a.ts';
import { ShellPhone } from './phone.ts';

describe('shell: content', () => {
  let phone: ShellPhone;
  before(() => {
    phone = new ShellPhone();
    phone.system.telephony.receiveSms({ from: '10086', body: 'one, with a comma' });
    phone.clock.advance(1000);
    phone.system.telephony.receiveSms({ from: 'Xiaomi', body: 'two\nlines' });
  });
  after(() => phone.stop());

  const SENT_MS = Date.UTC(2026, 0, 1, 12);

  test('rows are numbered, and hold the projection in its order', async () => {
    assert.equal(
      await phone.stdout(
        'content query --uri content://sms/inbox --projection address:body:date --sort "date ASC"',
      ),
      `Row: 0 address=10086, body=one, with a comma, date=${SENT_MS}\n` +
        `Row: 1 address=Xiaomi, body=two\nlines, date=${SENT_MS + 1000}\n`,
    );
  });

  test('the newest comes first unless asked otherwise', async () => {
    assert.match(
      await phone.stdout('content query --uri content://sms/inbox --projection address'),
      /^Row: 0 address=Xiaomi$/m,
    );
  });

  test('a row has the 38 columns of MIUI, NULL where empty', async () => {
    const text = await phone.stdout(
      'content query --uri content://sms --where "address=\'10086\'"',
    );
    assert.equal(text.split('=').length - 1, 38);
    assert.match(text, / person=NULL, .* subject=NULL, .* sub_id=1$/m);
  });

  test('--where selects', async () => {
    assert.equal(
      await phone.stdout(
        `content query --uri content://sms/inbox --projection address --where "date > ${SENT_MS}"`,
      ),
      'Row: 0 address=Xiaomi\n',
    );
  });

  test('a contact is a raw contact, and a name and a number in the data', async () => {
    phone.system.contacts.insert({ name: 'Ann', number: '10086' });
    assert.match(
      await phone.stdout('content query --uri content://com.android.contacts/raw_contacts'),
      /^Row: 0 _id=1, contact_id=1, account_name=NULL, .* display_name=Ann, /,
    );
    assert.equal(
      await phone.stdout(
        'content query --uri content://com.android.contacts/data --projection mimetype:data1',
      ),
      'Row: 0 mimetype=vnd.android.cursor.item/name, data1=Ann\n' +
        'Row: 1 mimetype=vnd.android.cursor.item/phone_v2, data1=10086\n',
    );
    assert.equal(
      await phone.stdout('content query --uri content://contacts/people --projection name:number'),
      'Row: 0 name=Ann, number=10086\n',
    );
  });

  test('a note is a row of the notes', async () => {
    phone.system.notes.insert({ title: 'Milk', text: 'two bottles' });
    assert.equal(
      await phone.stdout(
        'content query --uri content://notes/note --projection subject:snippet:local_modified',
      ),
      'Row: 0 subject=Milk, snippet=two bottles, local_modified=1\n',
    );
  });

  test('no row is told', async () => {
    assert.equal(
      await phone.stdout('content query --uri content://sms/sent'),
      'No result found.\n',
    );
  });

  for (const [name, commandLine, message] of [
    ['an unknown folder', '--uri content://sms/nope', /IllegalArgumentException: Unknown URL/],
    ['an unknown column', '--uri content://sms --where "nope=1"', /no such column: nope/],
    ['an unknown provider', '--uri content://nope/x', /Could not find provider: nope/],
  ] as const) {
    test(`${name} is an error of the provider`, async () => {
      const { stderr } = await phone.run(`content query ${commandLine}`);
      assert.match(stderr, /^Error while accessing provider:/);
      assert.match(stderr, message);
    });
  }

  test('a command line that means nothing is told on standard output', async () => {
    const { stdout, exitCode } = await phone.run('content query --url content://sms');
    assert.match(stdout, /^usage: adb shell content [^]*\[ERROR\] Unsupported argument: --url\n$/);
    assert.equal(exitCode, 0);
  });

  test('settings are a provider too', async () => {
    assert.match(
      await phone.stdout(
        `content query --uri content://settings/global --projection name:value --where "name='adb_enabled'"`,
      ),
      /^Row: 0 name=adb_enabled, value=1$/m,
    );
  });
});

describe('shell: content with two SIM cards', () => {
  const SIM_INFO = 'content query --uri content://telephony/siminfo';

  test('Android 9 lists the cards with their numbers', async (t) => {
    const phone = new ShellPhone(redmi7a, '+12015550130');
    t.after(() => phone.stop());
    assert.equal(
      await phone.stdout(`${SIM_INFO} --projection _id:sim_id:number`),
      'Row: 0 _id=1, sim_id=0, number=+12015550123\nRow: 1 _id=2, sim_id=1, number=+12015550130\n',
    );
  });

  test('Android 16 lets nobody read the cards', async (t) => {
    const phone = new ShellPhone();
    t.after(() => phone.stop());
    const { stderr } = await phone.run(SIM_INFO);
    assert.match(
      stderr,
      /^Error while accessing provider:telephony\njava\.lang\.SecurityException: Access SIMINFO/,
    );
  });

  test('a message says to which card it came', async (t) => {
    const phone = new ShellPhone(redmi7a, '+12015550130');
    t.after(() => phone.stop());
    phone.system.telephony.receiveSms({ from: '10086', body: 'x', slot: 1 });
    assert.equal(
      await phone.stdout('content query --uri content://sms --projection sim_id:sub_id'),
      'Row: 0 sim_id=2, sub_id=2\n',
    );
  });
});

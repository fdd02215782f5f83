import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { AdminServer } from '../../../emulator/admin/admin-server.ts';
import { GATE_DEFAULTS } from '../../../emulator/android/gates/table.ts';
import { ShellPhone } from '../shell/phone.ts';

let phone: ShellPhone;
let server: AdminServer;
let url: string;
const logged: string[] = [];
before(async () => {
  phone = new ShellPhone();
  server = new AdminServer(phone.system, (message) => logged.push(message));
  ({ url } = await server.start());
});
afterEach(() => phone.system.gates.change(GATE_DEFAULTS));
after(async () => {
  await server.stop();
  await phone.stop();
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function call(
  method: string,
  path: string,
  options: { readonly body?: string; readonly token?: string } = {},
): Promise<Answer> {
  const { body, token = server.token } = options;
  const response = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, text: await response.text() };
}

const patch = (body: unknown) => call('PATCH', '/gates', { body: JSON.stringify(body) });

test('GET /gates tells how each gate stands', async () => {
  const { text } = await call('GET', '/gates');
  assert.deepEqual(JSON.parse(text), GATE_DEFAULTS);
});

test('PATCH /gates changes what it names, and answers with all', async () => {
  const { text } = await patch({ 'adb-input': 'off' });
  assert.deepEqual(JSON.parse(text), { ...GATE_DEFAULTS, 'adb-input': 'off' });
  assert.equal(phone.system.gates.get('adb-input'), 'off');
});

for (const [what, token] of [
  ['a wrong token', 'wrong'],
  ['half of the token', ''],
] as const) {
  test(`${what} is refused with 401`, async () => {
    const half = token || server.token.slice(0, 16);
    assert.equal((await call('GET', '/gates', { token: half })).status, 401);
  });
}

for (const [what, headers] of [
  ['no token', {}],
  ['another scheme', { authorization: 'Basic x' }],
] as const) {
  test(`${what} is refused with 401 and said`, async () => {
    const response = await fetch(`${url}/gates`, { headers });
    assert.equal(response.status, 401);
    const { error } = (await response.json()) as { error: string };
    assert.match(error, /expected the header 'Authorization: Bearer TOKEN'/);
  });
}

for (const [what, answer, expected] of [
  ['an unknown gate', () => patch({ colour: 'red' }), /no gate 'colour'; there are adb-input, /],
  [
    'an unknown value',
    () => patch({ secure: 'yes' }),
    /gate 'secure': 'yes' is not one of on, off/,
  ],
  ['a value of another type', () => patch({ secure: true }), /gate 'secure': true is not one of/],
  [
    'a body that is no JSON',
    () => call('PATCH', '/gates', { body: '{' }),
    /the body is not JSON: /,
  ],
  ['no body', () => call('PATCH', '/gates'), /the body is not JSON: /],
  ['a list', () => patch(['secure']), /the body \["secure"\] is not a JSON object/],
  [
    'an SMS without a sender',
    () => call('POST', '/sms', { body: '{"body": "x"}' }),
    /'from': nothing is not a string/,
  ],
  [
    'an SMS to a SIM card that is not there',
    () => call('POST', '/sms', { body: '{"from": "1", "body": "x", "sim": 2}' }),
    /'sim': 2 is no SIM card of this phone, expected 1 to 1/,
  ],
  [
    'an SMS sent at no time',
    () => call('POST', '/sms', { body: '{"from": "1", "body": "x", "sentAt": "noon"}' }),
    /'sentAt': 'noon' is no time such as /,
  ],
  [
    'a key that is none',
    () => call('POST', '/key', { body: '{"name": "ANY"}' }),
    /'name': 'ANY' is no key/,
  ],
  [
    'a text while no field has the focus',
    () => call('POST', '/type', { body: '{"text": "x"}' }),
    /no text field has the focus/,
  ],
  [
    'a member that means nothing',
    () => call('PUT', '/network', { body: '{"online": true, "wifi": 1}' }),
    /'wifi' is not expected here; expected online/,
  ],
  [
    'a process that does not run',
    () => call('POST', '/processes/kill', { body: '{"package": "a.b"}' }),
    /no process 'a\.b' runs/,
  ],
  [
    'a text that is not on the screen',
    () => call('POST', '/tap', { body: '{"text": "Nowhere"}' }),
    /'text': 'Nowhere' is not on the screen; there are /,
  ],
  [
    'a pixel beside the screen',
    () => call('POST', '/tap', { body: '{"x": 10, "y": 1600}' }),
    /'y': 1600 is not on the screen, expected 0 to 1599/,
  ],
  [
    'half of a pixel',
    () => call('POST', '/tap', { body: '{"x": 10}' }),
    /'y': nothing is not a number/,
  ],
  [
    'a tap on two things',
    () => call('POST', '/tap', { body: '{"text": "Settings", "x": 1}' }),
    /'x' is not expected here; expected text/,
  ],
  [
    'a body without end',
    () => call('POST', '/sms', { body: `"${'x'.repeat(70_000)}"` }),
    /the body is longer than 64 KiB/,
  ],
] as const) {
  test(`${what} is refused with 400 and said`, async () => {
    const { status, text } = await answer();
    assert.equal(status, 400);
    assert.match((JSON.parse(text) as { error: string }).error, expected);
  });
}

test('an address that is none is told with 404', async () => {
  assert.deepEqual(await call('GET', '/gate'), {
    status: 404,
    text: '{"error":"no such address: GET /gate"}',
  });
});

test('whatever the body is, the answer is 200 or 400, and the phone lives', async () => {
  const body = fc.oneof(fc.string(), fc.json(), fc.base64String());
  const address = fc.constantFrom(
    ['PATCH', '/gates'],
    ['POST', '/sms'],
    ['PUT', '/network'],
    ['POST', '/processes/kill'],
    ['POST', '/dialogs'],
    ['PUT', '/airplane'],
    ['POST', '/calls'],
    ['PUT', '/battery'],
    ['PUT', '/language'],
    ['PUT', '/shade'],
    ['PUT', '/rotation'],
    ['POST', '/tap'],
    ['POST', '/type'],
    ['POST', '/key'],
  );
  await fc.assert(
    fc.asyncProperty(address, body, async ([method = '', path = ''], text) => {
      const { status } = await call(method, path, { body: text });
      assert.ok([200, 204, 400].includes(status), String(status));
    }),
    { numRuns: 60 },
  );
  assert.deepEqual(logged, []);
});

describe('what happens to a phone', () => {
  test('an SMS arrives', async () => {
    await call('POST', '/sms', { body: '{"from": "xiaomi", "body": "code 123456"}' });
    assert.match(await phone.stdout('content query --uri content://sms'), /body=code 123456/);
  });

  test('an SMS that was blocked is in the provider, and nothing tells of it', async () => {
    const before = phone.system.notifications.list().length;
    await call('POST', '/sms', { body: '{"from": "10010", "body": "ad", "blocked": true}' });
    assert.match(
      await phone.stdout('content query --uri content://sms --where "address=10010"'),
      /block_type=[1-9]/,
    );
    assert.equal(phone.system.notifications.list().length, before);
  });

  test('an SMS was sent earlier than it arrives', async () => {
    const sentAt = '2025-12-31T23:59:00.000Z';
    await call('POST', '/sms', { body: JSON.stringify({ from: '10011', body: 'late', sentAt }) });
    assert.match(
      await phone.stdout('content query --uri content://sms --where "address=10011"'),
      RegExp(`date_sent=${Date.parse(sentAt)},`),
    );
  });

  test('the network goes', async () => {
    await call('PUT', '/network', { body: '{"online": false}' });
    assert.equal(phone.system.connectivity.online, false);
  });

  test('a process is killed', async () => {
    await call('POST', '/processes/kill', { body: '{"package": "com.android.phone"}' });
    assert.equal(phone.system.processes.find('com.android.phone'), undefined);
  });

  test('the phone is asked to restart', async () => {
    const reasons: string[] = [];
    phone.system.power.onReboot((reason) => reasons.push(reason));
    assert.equal((await call('POST', '/restart')).status, 202);
    assert.deepEqual(reasons, ['admin']);
  });
});

describe('what a person does', () => {
  test('the screen is a PNG picture', async () => {
    assert.match((await call('GET', '/screen')).text, /^.PNG/);
  });

  test('a tap opens what it is on, also while adb may not tap', async () => {
    await patch({ 'adb-input': 'off' });
    await call('POST', '/tap', { body: '{"text": "Settings"}' });
    assert.equal(phone.system.activities.resumed?.component.packageName, 'com.android.settings');
  });

  test('text goes into the field that has the focus', async () => {
    await phone.run('am start -a android.settings.APP_SEARCH_SETTINGS');
    await call('POST', '/type', { body: '{"text": "blue"}' });
    // What is found by its text is there.
    assert.equal((await call('POST', '/tap', { body: '{"text": "blue"}' })).status, 204);
  });

  test('a key is pressed', async () => {
    await phone.run('am start -a android.settings.SETTINGS');
    assert.equal((await call('POST', '/key', { body: '{"name": "HOME"}' })).status, 204);
    assert.equal(
      phone.system.activities.resumed?.component.className.split('.').at(-1),
      'Launcher',
    );
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { loadSettings } from '../config/settings.ts';
import { assertSignUpPermitted } from '../config/live.ts';
import { PROJECT_ROOT } from '../config/paths.ts';
import { choosePhones } from '../config/targets/choose-phones.ts';
import { MACHINE_CHECK_IDS, PHONE_CHECK_IDS, TROUBLES } from '../config/troubleshooting.ts';
import { alreadySignedIn } from '../device/accounts.ts';
import { phoneLostReason } from '../device/device-list.ts';
import { assertReady } from '../device/doctor/quick.ts';
import type { CheckResult } from '../device/doctor/result.ts';
import { smsNotReceived } from '../device/sms/report.ts';
import { errorFor } from '../flows/server-messages.ts';
import { doctorTable } from '../launcher/doctor/table.ts';
import { AppiumStartError, PortTakenError } from '../launcher/errors.ts';
import { PhoneUnreliableError } from '../launcher/fleet/errors.ts';
import { RemoteAppiumUnreachableError } from '../launcher/remote/errors.ts';
import { SessionError } from '../launcher/session-error.ts';

const CHECK_IDS: readonly string[] = [...MACHINE_CHECK_IDS, ...PHONE_CHECK_IDS];
const LINK = /docs\/troubleshooting\.md#([\w-]+)/g;

const guide = readFileSync(join(PROJECT_ROOT, 'docs/troubleshooting.md'), 'utf8');
const headings = [...guide.matchAll(/^### (.+)$/gm)].map(([, heading = '']) => heading);

/** The source of what a run and the small commands are made of. */
function sources(): string[] {
  return ['config', 'device', 'flows', 'launcher'].flatMap((folder) =>
    readdirSync(join(PROJECT_ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(PROJECT_ROOT, folder, file), 'utf8')),
  );
}

/** The first column of the table of what goes wrong on real phones. */
function symptoms(): string[] {
  const readme = readFileSync(join(PROJECT_ROOT, 'emulator/README.md'), 'utf8');
  const [, table = ''] = readme.split(/<!-- \/?pitfalls -->/);
  const [, , ...rows] = table.trim().split('\n');
  return rows.map((row) => row.split('|')[1]?.trim() ?? '');
}

function failing(id: CheckResult['id']): CheckResult {
  const message = 'not as it should be';
  return { id, scope: 'a1b2', required: true, ok: false, message, fix: 'Change it.' };
}

/** The message of what a call throws. */
function thrown(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return assert.fail('nothing was thrown');
}

test('the guide has every id once, as a heading, and no other', () => {
  assert.deepEqual([...headings].sort(), [...TROUBLES].sort());
});

test('an error points to every heading that is no check', () => {
  const code = sources();
  const unused = headings.filter(
    (id) => !CHECK_IDS.includes(id) && !code.some((text) => text.includes(`trouble: '${id}'`)),
  );
  assert.deepEqual(unused, []);
});

test('the doctor points to the entry of every check', () => {
  const results = [...MACHINE_CHECK_IDS, ...PHONE_CHECK_IDS].map(failing);
  const table = doctorTable(results, [], { fixes: true, color: false, columns: 80 });
  const links = [...table.matchAll(/more: docs\/troubleshooting\.md#([\w-]+)/g)];
  assert.deepEqual(links.map(([, id]) => id).sort(), [...CHECK_IDS].sort());
});

test('the guide has the words of everything that the emulated phone plays', () => {
  const all = symptoms();
  assert.ok(all.length > 20, 'the table of pitfalls was not found');
  assert.deepEqual(
    all.filter((symptom) => !guide.includes(symptom)),
    [],
  );
});

/** Those whose links lead a person from one guide to the next. */
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/troubleshooting.md',
  'docs/real-phones.md',
  'docs/remote.md',
  'docs/avd.md',
];

/** GitHub's anchor of a heading. */
function anchor(heading: string): string {
  const words = heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '');
  return words.replaceAll(' ', '-');
}

test('what the guides link to within documents is there', () => {
  const missing = DOCUMENTS.flatMap((file) => {
    const path = join(PROJECT_ROOT, file);
    const links = readFileSync(path, 'utf8').matchAll(/\]\(([^)#:]*)#([^)]+)\)/g);
    return [...links].flatMap(([, target = '', id = '']) => {
      const text = readFileSync(target === '' ? path : join(dirname(path), target), 'utf8');
      const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading));
      return anchors.includes(id) ? [] : [`${file}: ${target}#${id}`];
    });
  });
  assert.deepEqual(missing, []);
});

const PHONE = { serial: 'a1b2', environment: 'live' } as const;
const NOTHING = { selection: { serials: [], conditions: [] }, inventory: { phones: [] } };
const MESSAGES: readonly (readonly [what: string, id: string, message: () => string])[] = [
  [
    'a phone that is not ready',
    'free-network-sms',
    () =>
      thrown(() => {
        const missing = failing('free-network-sms');
        assertReady({ serial: 'a1b2', ready: false, missing, results: [missing] });
      }),
  ],
  ...(
    [
      ['INSTALL_FAILED_USER_RESTRICTED', 'install-via-usb'],
      ['requires INJECT_EVENTS permission', 'usb-debugging-security'],
      ['Appium Settings app is not running after 5000ms', 'helpers-autostart'],
      ['socket hang up', 'helpers-killed'],
      ['connect ECONNREFUSED 127.0.0.1:4723', 'appium-unreachable'],
    ] as const
  ).map(
    ([seen, id]) =>
      [`a session that fails for "${seen}"`, id, () => new SessionError(seen).message] as const,
  ),
  ...(
    [
      ['unauthorized', 'authorized'],
      ['offline', 'connected'],
      ['no permissions (user in plugdev group)', 'udev-rules'],
    ] as const
  ).map(
    ([state, id]) =>
      [
        `a phone that is ${state}`,
        id,
        () =>
          thrown(() =>
            choosePhones([{ serial: 'a1b2', state, connection: 'usb', facts: undefined }], NOTHING),
          ),
      ] as const,
  ),
  ['no phone', 'phones', () => thrown(() => choosePhones([], NOTHING))],
  [
    'a sign-up that nobody permitted',
    'live-sign-up',
    () => thrown(() => assertSignUpPermitted(PHONE, loadSettings({}))),
  ],
  ['somebody signed in', 'signed-out', () => alreadySignedIn('a1b2', 'its row').message],
  [
    'a phone that the service refuses',
    'phone-refused',
    () => errorFor({ name: 'untrustedDevice', text: 'Rooted' }, {}).message,
  ],
  [
    'an SMS that does not come',
    'sms-not-received',
    () => smsNotReceived('a1b2', 1000, { sources: [] }).message,
  ],
  ['a port of somebody else', 'ports', () => new PortTakenError(4723, 'MI_APPIUM_PORT').message],
  ['an Appium that does not start', 'appium', () => new AppiumStartError('x', 'y').message],
  [
    'an Appium that is not there',
    'appium-unreachable',
    () => new RemoteAppiumUnreachableError('Gone.', { remedy: 'Start it.' }).message,
  ],
  [
    'a phone that fails again and again',
    'phone-unreliable',
    () =>
      new PhoneUnreliableError('a1b2', { type: 'X', message: 'x', category: 'harness' }).message,
  ],
];

for (const [what, id, message] of MESSAGES) {
  test(`${what} points to its entry`, () => {
    const links = [...message().matchAll(LINK)].map(([, heading]) => heading);
    assert.deepEqual(links, [id]);
    assert.ok(headings.includes(id), `no heading ### ${id}`);
  });
}

test('a phone that adb loses points to an entry, whatever adb says', () => {
  for (const message of ["device 'a1b2' not found", 'device offline', 'device unauthorized.']) {
    const trouble = phoneLostReason(`error: ${message}`)?.trouble;
    assert.ok(trouble !== undefined && headings.includes(trouble), message);
  }
});

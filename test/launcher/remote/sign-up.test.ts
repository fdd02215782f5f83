// Whole runs on phones that are there before, through an Appium server in another process: one phone that
// adb at hand lists, and one that it does not. They take place in copies of the project, side by side.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { RealHarnessClock } from '../../../config/clock.ts';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import { thisHolder } from '../../../device/leases/record.ts';
import { LeaseStore } from '../../../device/leases/store.ts';
import { DriverBridge } from '../../../device/driver/bridge.ts';
import { RemoteSession } from '../../../launcher/remote/session.ts';
import type { Summary } from '../../../launcher/summary.ts';
import { withAndroidHome } from '../../../scripts/android-home.mjs';
import { NO_OTHER_PHONES, StockAdb } from '../../emulator/adbd/stock-adb.ts';
import { StartedPhone } from '../../emulator/pitfalls/started-phone.ts';
import { loadPhoneSettings } from '../../phone-settings.ts';
import { cleanEnvironment, copyProject, NPM_START } from '../project-copy.ts';
import { RemoteAppiumUnderTest } from './remote-appium.ts';

const NUMBER = '+12015550123';

interface EndedRun {
  readonly summary: Summary;
  /** What it printed, and every text of its report. */
  readonly published: string;
}

describe('a sign-up through a remote Appium server', () => {
  const undo: (() => unknown)[] = [];
  let appium: RemoteAppiumUnderTest;
  let withAdb: EndedRun;
  let withoutAdb: EndedRun;
  let withoutAdbSerial: string;
  let noPhones: StockAdb;

  before(async () => {
    const adb = await StockAdb.start(NO_OTHER_PHONES);
    undo.push(() => adb.stop());
    noPhones = await StockAdb.start(NO_OTHER_PHONES);
    undo.push(() => noPhones.stop());
    const phones = await Promise.all(
      ['redmi-note-13-pro-5g', 'redmi-7a'].map(async (profile) => {
        const phone = await StartedPhone.start(adb, '--profile', profile, '--number', NUMBER);
        undo.push(() => phone.stop());
        return phone.info.serial;
      }),
    );
    appium = await RemoteAppiumUnderTest.start(adb);
    undo.push(() => appium.stop());
    const [listed = '', unlisted = ''] = phones;
    withoutAdbSerial = unlisted;
    [withAdb, withoutAdb] = await Promise.all([
      signUp(listed, adb.serverPort),
      signUp(unlisted, noPhones.serverPort),
    ]);
  });

  after(async () => {
    for (const step of undo.reverse()) await step();
  });

  /** @param adbServerPort of the adb server that the run has. */
  async function signUp(
    serial: string,
    adbServerPort: number,
    env: NodeJS.ProcessEnv = {},
  ): Promise<EndedRun> {
    const folder = mkdtempSync(join(tmpdir(), 'remote-test-'));
    undo.push(() => rmSync(folder, { recursive: true }));
    const project = join(folder, 'project');
    copyProject(project);
    const run = spawn(process.execPath, NPM_START, {
      cwd: project,
      env: {
        ...cleanEnvironment(),
        ANDROID_ADB_SERVER_PORT: String(adbServerPort),
        MI_TARGET: 'remote',
        MI_APPIUM_URL: appium.url,
        MI_PHONES: serial,
        MI_PHONE_NUMBER: NUMBER,
        MI_ENVIRONMENT: 'staging',
        MI_PICTURE_CODE: 'ocr',
        MI_ALLOW_LIVE_SIGNUP: 'yes',
        MI_STATE_DIR: folder,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [run.stdout, run.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
    }
    await once(run, 'close');
    const summary = join(project, 'reports', 'summary.json');
    assert.ok(existsSync(summary), printed);
    return {
      summary: JSON.parse(readFileSync(summary, 'utf8')) as Summary,
      published: [printed, ...texts(join(project, 'reports'))].join('\n'),
    };
  }

  it('succeeds with adb at hand, which tells what the phone is', () => {
    const { outcome, phones, error } = withAdb.summary;
    assert.deepEqual([outcome, phones[0]?.account, error], ['passed', 'created', null]);
    assert.match(phones[0]?.system ?? '', /HyperOS/);
    assert.doesNotMatch(withAdb.published, /No adb at hand/);
  });

  it('succeeds without, and says before it begins what is missing', () => {
    const { outcome, phones, error } = withoutAdb.summary;
    assert.deepEqual([outcome, phones[0]?.account, error], ['passed', 'created', null]);
    const said = withoutAdb.published.indexOf(`No adb at hand reaches phone ${withoutAdbSerial}`);
    const began = withoutAdb.published.indexOf('Open Settings and tap Mi Account');
    assert.ok(said !== -1 && said < began, withoutAdb.published.slice(0, 2000));
  });

  it('asks the stock driver for what adb would tell', async () => {
    const settings = loadPhoneSettings({
      MI_TARGET: 'remote',
      MI_APPIUM_URL: appium.url,
      MI_PHONE_NUMBER: NUMBER,
      MI_SMS_SOURCES: 'inbox',
      MI_CAPABILITIES: '{"appium:skipLogcatCapture": false}',
    });
    assert.ok(settings.remote);
    const { signal } = new AbortController();
    const session = await RemoteSession.open(settings.remote, withoutAdbSerial, settings, signal);
    try {
      const bridge = new DriverBridge(session.driver);
      const { offsetMs, uncertaintyMs } = await bridge.clock(new RealHarnessClock());
      const { sources } = await bridge.sms(settings);
      const inbox = await sources[0]?.look(0, {});
      const log = await bridge.logSince('01-01 00:00:00.000');
      assert.deepEqual(
        {
          hasMessages: inbox?.kind === 'messages' && inbox.messages.length > 0,
          isNow: Math.abs(offsetMs) <= uncertaintyMs + 1000,
          hasLog: log.split('\n').length > 10,
        },
        { hasMessages: true, isNow: true, hasLog: true },
      );
    } finally {
      await session.close();
    }
  });

  it('shows the SMS of a phone that adb does not list', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', join('launcher', 'sms.ts'), '--since', '1h'],
      {
        cwd: PROJECT_ROOT,
        env: {
          ...withAndroidHome(cleanEnvironment()),
          ANDROID_ADB_SERVER_PORT: String(noPhones.serverPort),
          MI_TARGET: 'remote',
          MI_APPIUM_URL: appium.url,
          MI_PHONES: withoutAdbSerial,
          MI_PHONE_NUMBER: NUMBER,
          MI_SMS_SOURCES: 'inbox',
        },
      },
    );
    assert.match(stdout, /inbox +open/);
    assert.match(stdout, /inbox +code \d{6}/);
  });

  it('is refused while another run of this machine has the phone', async () => {
    const state = mkdtempSync(join(tmpdir(), 'remote-test-'));
    undo.push(() => rmSync(state, { recursive: true }));
    const name = `${new URL(appium.url).host}/${withoutAdbSerial}`;
    await new LeaseStore(state).take([name], await thisHolder('another'));
    const { summary } = await signUp(withoutAdbSerial, noPhones.serverPort, {
      MI_STATE_DIR: state,
      MI_LEASE_WAIT: '1s',
    });
    assert.equal(summary.error?.type, 'PhoneLeasedError');
  });

  it('shows who asks with every request', () => {
    assert.equal(appium.refused, 0);
  });

  it('prints its credentials nowhere, nor what the driver reads of messages', () => {
    for (const { published } of [withAdb, withoutAdb]) {
      const shown = [...appium.secrets, 'serviceCenter', 'statusBarNotifications'].filter((text) =>
        published.includes(text),
      );
      assert.deepEqual(shown, []);
    }
  });
});

/** Of every file in a folder. */
function texts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

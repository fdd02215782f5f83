import type { Adb, CallOptions } from '../../device/adb.ts';
import { isBlackedOut } from '../../vision/screenshot.ts';
import { ScreenNotReadError } from './errors.ts';

/** What a phone shows, in clear: it never leaves memory. */
export interface ShownScreen {
  /** As `uiautomator dump` writes it. */
  readonly source: string;
  /** PNG; absent where the phone takes none, or the screen did not stand still. */
  readonly picture: Buffer | undefined;
  /** Component name, such as `com.xiaomi.account/.ui.LoginActivity`; absent when it is not told. */
  readonly activity: string | undefined;
}

/** Of the shell's own folder, which every phone has. */
const DUMP = '/data/local/tmp/mi-account-e2e-screen.xml';
const DUMP_TIMEOUT_MS = 30_000;
const TRIES = 3;

/**
 * Reads the screen over adb alone: nothing is installed, nothing is touched.
 * @throws {ScreenNotReadError} when the phone does not tell its tree. @throws {PhoneLostError}
 */
export async function readScreen(adb: Adb, call: CallOptions = {}): Promise<ShownScreen> {
  let before = await dump(adb, call);
  let picture: Buffer | undefined;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const taken = await screenshot(adb, call);
    const after = await dump(adb, call);
    // Nobody stops the screen from changing between the two.
    if (after === before) {
      picture = taken;
      break;
    }
    before = after;
  }
  return { source: before, picture, activity: await resumedActivity(adb, call) };
}

/** The tree of the window that is in front (AOSP frameworks/base/cmds/uiautomator, DumpCommand). */
export async function dump(adb: Adb, call: CallOptions): Promise<string> {
  const command = `uiautomator dump ${DUMP} && cat ${DUMP}; rm -f ${DUMP}`;
  const { stdout, stderr } = await adb.shell(command, { timeoutMs: DUMP_TIMEOUT_MS, ...call });
  const start = stdout.indexOf('<?xml');
  if (start >= 0) return stdout.slice(start).trimEnd();
  throw new ScreenNotReadError('The phone does not tell what it shows.', {
    phone: adb.serial,
    expected: 'the tree of the screen from `uiautomator dump`',
    seen: `${stdout}${stderr}`.trim().split('\n')[0] || 'nothing',
    remedy:
      'Wait until nothing moves on the screen, and record again; end a test run or another tool that uses UiAutomator on this phone.',
  });
}

/** @returns `undefined` for a secure page, which Android shows to no one. */
async function screenshot(adb: Adb, call: CallOptions): Promise<Buffer | undefined> {
  const { stdout } = await adb.shell('screencap -p | base64', call);
  const picture = Buffer.from(stdout.replace(/\s/g, ''), 'base64');
  return picture.length === 0 || (await isBlackedOut(picture)) ? undefined : picture;
}

async function resumedActivity(adb: Adb, call: CallOptions): Promise<string | undefined> {
  const { stdout } = await adb.shell('dumpsys activity activities', call);
  return parseResumedActivity(stdout);
}

/** Parses `dumpsys activity activities`: `mResumedActivity: ActivityRecord{… u0 PACKAGE/CLASS t1}`. */
export function parseResumedActivity(output: string): string | undefined {
  return /ResumedActivity[:=]\s*ActivityRecord\{\S+ u\d+ (\S+\/\S+?)[ }]/.exec(output)?.[1];
}

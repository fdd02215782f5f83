import type { PhoneCheck, PhoneFacts } from '../facts.ts';
import { textOf } from '../facts.ts';
import { menuPath } from '../menus.ts';
import { AUTOSTART_OP, HELPERS } from '../questions.ts';
import { failed, passed, unknown, type Finding } from '../result.ts';

/** One of Appium's helpers on the phone. */
export interface HelperState {
  readonly packageName: string;
  /** Unset: it is not installed. */
  readonly version: string | undefined;
  /** Whether a session start leaves it as it is. */
  readonly fits: boolean;
  /** What a session start would install instead. */
  readonly apk: string | undefined;
}

const INSTALL_FIRST = 'Install the helpers first: `npm run doctor -- --fix`.';
/** The helper that runs the tests has no version; it is there or not. */
const WITHOUT_VERSION = 'installed';

export const helpers: PhoneCheck = {
  id: 'helpers',
  asks: ['settingsHelper', 'serverHelper', 'serverTestHelper'],
  judge(facts) {
    const states = helperStates(facts);
    const wrong = states.filter(({ fits }) => !fits);
    if (wrong.length === 0) return passed(states.map(described).join(', '));
    const none = states.every(({ version }) => version === undefined);
    return failed(
      none ? 'none is installed' : wrong.map(described).join(', '),
      'Run `npm run doctor -- --fix`, which installs them, and accept what the phone asks; or let the first session do it.',
    );
  },
  repair(facts) {
    const apks = helperStates(facts).flatMap(({ fits, apk }) => (fits ? [] : (apk ?? [])));
    return apks.length === 0 ? undefined : { did: "installed Appium's helpers", apks };
  },
};

export const helpersBattery: PhoneCheck = {
  id: 'helpers-battery',
  asks: ['settingsHelper', 'serverHelper', 'serverTestHelper', 'batteryWhitelist'],
  judge(facts) {
    const whitelist = textOf(facts, 'batteryWhitelist');
    const fix = `For each app of Appium's: ${menuPath('app-battery', facts.system)}; and lock both in the recents.`;
    return judgeInstalled(facts, {
      good: 'not optimised',
      bad: 'optimised',
      fix,
      isGood: (name) => parseBatteryWhitelist(whitelist).has(name),
    });
  },
  repair: (facts) =>
    repairOf(facts, 'took the helpers out of the battery optimisation', (name) => [
      `dumpsys deviceidle whitelist +${name}`,
    ]),
};

export const helpersAutostart: PhoneCheck = {
  id: 'helpers-autostart',
  asks: ['properties', 'settingsHelper', 'serverHelper', 'serverTestHelper', 'autostart'],
  judge(facts) {
    const { system } = facts;
    if (system.family === 'android') return passed(`${system.name} has no such switch`);
    const modes = parseAutostart(textOf(facts, 'autostart'));
    const fix = `Turn it on for the apps of Appium's: ${menuPath('autostart', system)}.`;
    const untold = installed(facts).find((name) => modes.get(name) === undefined);
    if (untold !== undefined) return unknown(`the phone tells nothing of ${untold}`, fix);
    return judgeInstalled(facts, {
      good: 'on',
      bad: 'off',
      fix,
      isGood: (name) => modes.get(name) === 'allow',
    });
  },
  // HyperOS's own page switches an operation 10053 with it, whose name is not known.
  repair: (facts) =>
    facts.system.family === 'android'
      ? undefined
      : repairOf(facts, 'turned on Autostart for the helpers', (name) => [
          `appops set ${name} ${AUTOSTART_OP} allow`,
        ]),
};

/** What a session start would find, in the order in which it installs. */
export function helperStates(facts: PhoneFacts): HelperState[] {
  const wanted = facts.context.helpers;
  const settings = parseVersionName(textOf(facts, 'settingsHelper'));
  const server = parseVersionName(textOf(facts, 'serverHelper'));
  const hasTest = /^package:/m.test(textOf(facts, 'serverTestHelper'));
  return [
    {
      packageName: HELPERS.settings,
      version: settings,
      // Appium keeps a newer one.
      fits: settings !== undefined && isAtLeast(settings, wanted?.settings.version),
      apk: wanted?.settings.apk,
    },
    {
      packageName: HELPERS.server,
      version: server,
      // Appium takes a newer one away, since the driver speaks with its own.
      fits: server !== undefined && server === (wanted?.server.version ?? server),
      apk: wanted?.server.apk,
    },
    {
      packageName: HELPERS.serverTest,
      version: hasTest ? WITHOUT_VERSION : undefined,
      fits: hasTest,
      apk: wanted?.serverTest.apk,
    },
  ];
}

/** Of the first line with a version in `dumpsys package` (AOSP Settings.dumpPackageLPr). */
export function parseVersionName(dump: string): string | undefined {
  return /\bversionName=(\S+)/.exec(dump)?.[1];
}

/** Parses `dumpsys deviceidle whitelist`: `user,<package>,<uid>` (AOSP DeviceIdleController). */
export function parseBatteryWhitelist(dump: string): Set<string> {
  const entries = dump.matchAll(/^(?:system-excidle|system|user),([\w.]+)/gm);
  return new Set([...entries].map(([, name = '']) => name));
}

/**
 * Parses the operation of each package: its name on a line, then what `appops get` prints, e.g.
 * `MIUIOP(10008): ignore; time=+1h2m ago`. Packages whose mode is not told are not in it.
 */
export function parseAutostart(output: string): Map<string, string> {
  const modes = new Map<string, string>();
  let name = '';
  for (const line of output.split('\n')) {
    const mode = new RegExp(`^\\s*MIUIOP\\(${AUTOSTART_OP}\\): (\\w+)`).exec(line)?.[1];
    if (mode !== undefined) modes.set(name, mode);
    else if (/^[a-z]\w*(?:\.\w+)+$/.test(line.trim())) name = line.trim();
  }
  return modes;
}

/** Compares versions by their numbers; what is not wanted is met by any. */
function isAtLeast(version: string, wanted: string | undefined): boolean {
  const [a, b] = [version, wanted ?? ''].map((text) => text.split('.').map(Number));
  const at = (b ?? []).findIndex((part, index) => part !== (a?.[index] ?? 0));
  return at < 0 || (a?.[at] ?? 0) > (b?.[at] ?? 0);
}

function installed(facts: PhoneFacts): string[] {
  return helperStates(facts).flatMap(({ version, packageName }) =>
    version === undefined ? [] : [packageName],
  );
}

function judgeInstalled(
  facts: PhoneFacts,
  told: { good: string; bad: string; fix: string; isGood: (packageName: string) => boolean },
): Finding {
  const names = installed(facts);
  if (names.length === 0) return unknown('the helpers are not installed yet', INSTALL_FIRST);
  const wrong = names.filter((name) => !told.isGood(name));
  if (wrong.length === 0) return passed(told.good);
  return failed(`${told.bad} for ${wrong.join(', ')}`, told.fix);
}

function repairOf(
  facts: PhoneFacts,
  did: string,
  commands: (packageName: string) => readonly string[],
) {
  const names = installed(facts);
  return names.length === 0 ? undefined : { did, commands: names.flatMap(commands) };
}

function described({ packageName, version, fits, apk }: HelperState): string {
  if (version === undefined) return `${packageName} is not installed`;
  if (!fits && apk !== undefined) return `${packageName} ${version} is not the one of this Appium`;
  return version === WITHOUT_VERSION ? packageName : `${packageName} ${version}`;
}

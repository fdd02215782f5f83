import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import type { RemoteAppium } from '../../../config/settings.ts';
import { failed, passed, unknown, type Finding } from '../../../device/doctor/result.ts';
import { satisfies } from '../../../scripts/node-version.mjs';
import { installed } from '../../installed.ts';
import { RemoteAppiumError } from '../../remote/errors.ts';
import { assertRemoteAppium } from '../../remote/status.ts';
import type { MachineCheck } from './machine-check.ts';

const INSTALL = 'Run `npm run setup`; if it stays so: npm ci.';
const DRIVER = 'appium-uiautomator2-driver';

interface Manifest {
  readonly version: string;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export const appium: MachineCheck = {
  id: 'appium',
  judge: ({ settings: { target, remote }, signal }) =>
    target === 'remote' && remote !== undefined
      ? judgeRemote(remote, signal)
      : judgeInstalled('appium', read('appium'), wanted('appium')),
};

export const appiumDriver: MachineCheck = {
  id: 'appium-driver',
  judge({ settings }) {
    if (settings.target === 'remote') return passed('that of the Appium server');
    const driver = read(DRIVER);
    const found = judgeInstalled(DRIVER, driver, wanted(DRIVER));
    const server = read('appium');
    if (!found.ok || driver === undefined || server === undefined) return found;
    return judgePeer(driver.version, driver.peerDependencies?.['appium'] ?? '', server.version);
  },
};

async function judgeRemote(remote: RemoteAppium, signal: AbortSignal): Promise<Finding> {
  const at = `at ${remote.url.host} (MI_APPIUM_URL)`;
  try {
    await assertRemoteAppium(remote, signal);
    return passed(`answers ${at}`);
  } catch (error) {
    if (!(error instanceof RemoteAppiumError)) throw error;
    const { seen, remedy } = error.details;
    return failed(`does not answer as it should ${at}: ${seen ?? error.type}`, remedy);
  }
}

/** @param range of Appium, for which the driver is made. */
export function judgePeer(driver: string, range: string, server: string): Finding {
  const told = `${driver}, for Appium ${range || 'of any version'}`;
  if (range === '') return passed(told);
  try {
    if (satisfies(server, comparators(range))) return passed(told);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return unknown(`whether Appium ${server} is in ${range}`, 'Run `npx appium driver list`.');
  }
  return failed(`${told}, but Appium is ${server}`, INSTALL);
}

/** `^3.0.0-rc.2` → `>=3.0.0 <4`: what a caret means from version 1 on (node-semver). */
function comparators(range: string): string {
  return range.replace(
    /\^([1-9]\d*)\.(\d+)\.(\d+)(?:-[\w.]+)?/g,
    (_, major: string, minor: string, patch: string) =>
      `>=${major}.${minor}.${patch} <${Number(major) + 1}`,
  );
}

function judgeInstalled(
  name: string,
  manifest: Manifest | undefined,
  wantedVersion: string | undefined,
): Finding {
  if (manifest === undefined) return failed(`${name} is not installed`, INSTALL);
  const { version } = manifest;
  if (wantedVersion === undefined || version === wantedVersion) return passed(version);
  return failed(`${version} is installed, ${wantedVersion} is wanted`, INSTALL);
}

function read(name: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(installed(name, 'package.json'), 'utf8')) as Manifest;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The exact version that package.json names. */
function wanted(name: string): string | undefined {
  const text = readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8');
  return (JSON.parse(text) as Manifest).devDependencies?.[name];
}

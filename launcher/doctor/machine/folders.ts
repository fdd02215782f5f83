import { accessSync, chmodSync, constants, existsSync, statSync, type Stats } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { failed, passed, type Finding } from '../../../device/doctor/result.ts';
import type { MachineCheck } from './machine-check.ts';

const MIN_FREE_BYTES = 500_000_000;

export const diskSpace: MachineCheck = {
  id: 'disk-space',
  async judge({ settings }) {
    const folders = [settings.reportsDir, tmpdir(), settings.stateDir];
    return judgeSpace(
      await Promise.all(
        folders.map(async (folder) => {
          const { bavail, bsize } = await statfs(existingFolder(folder));
          return { folder, freeBytes: bavail * bsize };
        }),
      ),
    );
  },
};

/** The one with the least space is what counts. */
export function judgeSpace(spaces: readonly { folder: string; freeBytes: number }[]): Finding {
  const [least] = [...spaces].sort((a, b) => a.freeBytes - b.freeBytes);
  if (least === undefined) return passed('nothing is written');
  const told = `${formatBytes(least.freeBytes)} free`;
  if (least.freeBytes >= MIN_FREE_BYTES) return passed(told);
  return failed(
    `${told} for ${least.folder}`,
    'Make room: old runs are in reports/, and npm and Appium leave files in the folder for temporary files.',
  );
}

const OTHERS = 0o077;

export const stateFolder: MachineCheck = {
  id: 'state-dir',
  judge: ({ settings }) => judgeStateFolder(settings.stateDir),
  repair({ settings }) {
    chmodSync(settings.stateDir, 0o700);
    return `took ${settings.stateDir} away from everybody else (0700)`;
  },
};

export function judgeStateFolder(folder: string): Finding {
  const name = `${folder} (MI_STATE_DIR)`;
  const existing = existingFolder(folder);
  if (!isWritable(existing)) {
    return failed(
      `${name} cannot be written`,
      `Give your user the folder ${existing}, or set MI_STATE_DIR to another.`,
    );
  }
  if (existing !== folder) return passed(`${folder}: the first run makes it`);
  const stats: Stats = statSync(folder);
  if (!stats.isDirectory()) return failed(`${name} is no folder`, 'Set MI_STATE_DIR to a folder.');
  const mode = (stats.mode & 0o777).toString(8);
  if ((stats.mode & OTHERS) === 0) return passed(folder);
  return failed(`others may read ${name}: mode ${mode}`, `Run: chmod 700 ${folder}`);
}

/** The folder, or the nearest one above it that is there. */
function existingFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder
    ? folder
    : existingFolder(dirname(folder));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    // Not ours.
    return false;
  }
}

function formatBytes(bytes: number): string {
  return bytes >= 1e9
    ? `${(bytes / 1e9).toFixed(bytes < 1e10 ? 1 : 0)} GB`
    : `${Math.round(bytes / 1e6)} MB`;
}

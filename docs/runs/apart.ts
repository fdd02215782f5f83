import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Adb } from '../../device/adb.ts';
import { freePorts } from '../../launcher/ports.ts';
import { withAndroidHome } from '../../scripts/android-home.mjs';
import { cleanEnvironment, copyProject } from '../../test/launcher/project-copy.ts';

const execute = promisify(execFile);

/** A copy of the project, in which runs touch neither its reports nor anybody's settings. */
export interface ProjectApart {
  readonly folder: string;
  readonly reportsDir: string;
  /**
   * Runs Node there.
   * @param settings beside which there are none.
   * @returns what it printed, and its exit code.
   */
  node(args: readonly string[], settings?: NodeJS.ProcessEnv): Promise<Ended>;
}

export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Takes the copy away again. */
export async function apart(use: (project: ProjectApart) => Promise<void>): Promise<void> {
  const state = mkdtempSync(join(tmpdir(), 'apart-'));
  const folder = join(state, 'project');
  const [adbServerPort] = await freePorts(1);
  const env = {
    ...cleanEnvironment(),
    ANDROID_ADB_SERVER_PORT: String(adbServerPort),
    MI_STATE_DIR: join(state, 'state'),
  };
  copyProject(folder);
  try {
    await use({
      folder,
      reportsDir: join(folder, 'reports'),
      node: (args, settings) => node(args, folder, { ...env, ...settings }),
    });
  } finally {
    await execute(Adb.find(withAndroidHome(process.env)), ['kill-server'], { env });
    rmSync(state, { recursive: true });
  }
}

async function node(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  try {
    const { stdout, stderr } = await execute(process.execPath, args, { cwd, env });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout: string; stderr: string };
    // Anything else did not even start.
    if (typeof code !== 'number') throw error;
    return { code, output: stdout + stderr };
  }
}

import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionPorts } from '../config/capabilities.ts';
import type { PhoneUnderTest } from '../config/run-context.ts';
import type { TargetPhone } from '../config/targets/target.ts';

/** Names the run's private folder to every process of the run. */
export const RUN_FOLDER_VARIABLE = 'E2E_RUN_FOLDER';

/** Followed by the number of the process that the folder belongs to. */
const PREFIX = 'mi-account-e2e-';
const ABANDONED = new RegExp(`^${PREFIX}(\\d+)-`);
const DAY_MS = 86_400_000;

/** A phone of the run, as its worker needs to know it. */
export interface PhoneOfRun
  extends
    PhoneUnderTest,
    Pick<TargetPhone, 'number' | 'simSlot' | 'smsSerial' | 'profile' | 'language'> {
  /** What reports call it, and histories go by. */
  deviceName: string;
  /** As the phone names it; empty on a phone that does not. */
  region: string;
  ports: SessionPorts | undefined;
}

/** What the launching process tells its workers, in `run.json`. */
export interface RunFile {
  runId: string;
  /** Where workers report to; see `progress/server.ts`. */
  progress: { port: number; token: string };
  phones: PhoneOfRun[];
  /** Address of the operator page, if the run has one. */
  operatorPage?: string | undefined;
}

/**
 * The private folder of one run, under the system's temporary folder: everything that may hold a
 * phone number or a code in clear is written here, and only masked copies leave it.
 * Knowing the paths creates nothing, since `wdio.conf.ts` is loaded by every process of a run.
 */
export class RunFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** The folder that this process was told to use, or a new one's path. */
  static of(env: NodeJS.ProcessEnv): RunFolder {
    return new RunFolder(
      env[RUN_FOLDER_VARIABLE] ??
        join(tmpdir(), `${PREFIX}${String(process.pid)}-${randomUUID().slice(0, 8)}`),
    );
  }

  get logs(): string {
    return join(this.path, 'logs');
  }

  /**
   * Where WebdriverIO's logger writes `wdio.log` in this process: one folder for each worker, as two
   * processes would write over each other in one file.
   */
  wdioLogs(env: NodeJS.ProcessEnv): string {
    const worker = env['WDIO_WORKER_ID'];
    return worker === undefined ? this.logs : join(this.logs, `worker-${worker}`);
  }

  get allureResults(): string {
    return join(this.path, 'allure-results');
  }

  get junit(): string {
    return join(this.path, 'junit');
  }

  /** Pictures that a person is asked about. */
  get pictures(): string {
    return join(this.path, 'pictures');
  }

  get appiumLog(): string {
    return join(this.logs, 'appium.log');
  }

  /** Creates the folder, for this user only (0700). WebdriverIO may have made it for its log. */
  create(): void {
    for (const folder of [this.path, this.logs, this.allureResults, this.junit]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      chmodSync(folder, 0o700);
    }
  }

  exists(): boolean {
    return existsSync(this.path);
  }

  writeRunFile(run: RunFile): void {
    writeFileSync(join(this.path, 'run.json'), JSON.stringify(run), { mode: 0o600 });
  }

  readRunFile(): RunFile {
    return JSON.parse(readFileSync(join(this.path, 'run.json'), 'utf8')) as RunFile;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * Removes this user's private folders of runs whose process was killed: nobody else would, and they
 * hold numbers and codes in clear. A process that is not seen from here, as in another container
 * with the same temporary folder, may still be at it: only folders of yesterday are taken away.
 */
export function sweepAbandonedFolders(folder = tmpdir(), now = Date.now()): void {
  for (const name of readdirSync(folder)) {
    const pid = ABANDONED.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined || stats.uid !== process.getuid?.()) continue;
    if (now - stats.mtimeMs > DAY_MS) rmSync(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not EPERM: that is somebody else's process, and somebody else's folder.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

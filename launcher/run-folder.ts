import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PhoneUnderTest } from '../config/run-context.ts';

/** Names the run's private folder to every process of the run. */
export const RUN_FOLDER_VARIABLE = 'E2E_RUN_FOLDER';

/** What the launching process tells its workers, in `run.json`. */
export interface RunFile {
  runId: string;
  /** Where workers report to; see `progress/server.ts`. */
  progress: { port: number; token: string };
  phones: (PhoneUnderTest & { region: string })[];
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
      env[RUN_FOLDER_VARIABLE] ?? join(tmpdir(), `mi-account-e2e-${randomUUID()}`),
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

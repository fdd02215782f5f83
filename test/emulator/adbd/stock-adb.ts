import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Result {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/**
 * Its server then does not look for emulators of others by itself, at 5555 and after it; those that
 * announce themselves are listed all the same.
 */
export const NO_OTHER_PHONES = { ADB_EMU: '0' };

/** The adb that is installed, with a server and a home folder of its own. */
export class StockAdb {
  readonly serverPort: number;
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;

  private constructor(serverPort: number, home: string, env: NodeJS.ProcessEnv) {
    this.serverPort = serverPort;
    this.home = home;
    const own = { HOME: home, ANDROID_ADB_SERVER_PORT: String(serverPort) };
    this.env = { ...process.env, ...env, ...own };
  }

  /** @param env beside that of this process. */
  static async start(env: NodeJS.ProcessEnv = {}): Promise<StockAdb> {
    const home = await mkdtemp(path.join(tmpdir(), 'stock-adb-'));
    const adb = new StockAdb(await freePort(), home, env);
    await adb.run('start-server');
    return adb;
  }

  /** Runs adb, if `input` is given with that as its standard input. */
  run(...args: (string | { readonly input: string | Buffer })[]): Promise<Result> {
    const words = args.filter((arg) => typeof arg === 'string');
    const input = args.find((arg) => typeof arg !== 'string')?.input ?? '';
    return new Promise((resolve, reject) => {
      const child = execFile(
        'adb',
        words,
        { env: this.env, maxBuffer: 32 * 1024 * 1024 },
        (error, stdout, stderr) => {
          if (error && typeof error.code !== 'number')
            reject(new Error(`adb ${words.join(' ')}`, { cause: error }));
          else resolve({ stdout, stderr, exitCode: error ? Number(error.code) : 0 });
        },
      );
      // An empty write fails when adb has ended already; an end does not.
      child.stdin?.end(input || undefined);
    });
  }

  async stop(): Promise<void> {
    await this.run('kill-server');
    await rm(this.home, { recursive: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

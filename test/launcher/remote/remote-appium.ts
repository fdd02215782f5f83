import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import { freePorts } from '../../../launcher/ports.ts';
import { ended, stopGroup } from '../../../launcher/process-group.ts';
import { withAndroidHome } from '../../../scripts/android-home.mjs';
import type { StockAdb } from '../../emulator/adbd/stock-adb.ts';

const BASE_PATH = '/wd/hub';
const DEADLINE_MS = 60_000;
const POLL_MS = 100;
const STOP_GRACE_MS = 5000;
const USER = 'qa-farm';
const KEY = 'sec/ret-key';

/**
 * An Appium server as another machine would have it: a process of its own with its own adb server, under
 * a path, behind a proxy that asks every request for user and key.
 */
export class RemoteAppiumUnderTest {
  readonly #process: ChildProcess;
  readonly #proxy: http.Server;
  readonly #logFile: string;
  /** How many requests came without user and key. */
  refused = 0;

  private constructor(appium: ChildProcess, port: number, logFile: string) {
    this.#process = appium;
    this.#logFile = logFile;
    const expected = `Basic ${Buffer.from(`${USER}:${KEY}`).toString('base64')}`;
    this.#proxy = http.createServer((request, response) => {
      if (request.headers.authorization !== expected) {
        this.refused += 1;
        response.writeHead(401, { 'www-authenticate': 'Basic' }).end();
        return;
      }
      const { method, url: path, headers } = request;
      const onward = http.request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.writeHead(502).end());
      request.pipe(onward);
    });
  }

  static async start(adb: StockAdb): Promise<RemoteAppiumUnderTest> {
    const [port = 0] = await freePorts(1);
    const logFile = join(adb.home, 'remote-appium.log');
    const log = openSync(logFile, 'a', 0o600);
    const appium = spawn(
      process.execPath,
      [
        join(PROJECT_ROOT, 'node_modules', 'appium', 'index.js'),
        'server',
        ...['--address', '127.0.0.1', '--port', String(port), '--base-path', BASE_PATH],
        ...['--default-capabilities', JSON.stringify({ 'appium:adbPort': adb.serverPort })],
      ],
      {
        cwd: PROJECT_ROOT,
        env: { ...withAndroidHome(adb.env), NODE_OPTIONS: '' },
        stdio: ['ignore', log, log],
        detached: true,
      },
    );
    closeSync(log);
    const server = new RemoteAppiumUnderTest(appium, port, logFile);
    await server.#ready(port);
    await new Promise<void>((resolve) => server.#proxy.listen(0, '127.0.0.1', resolve));
    return server;
  }

  /** For MI_APPIUM_URL. */
  get url(): string {
    const { port } = this.#proxy.address() as AddressInfo;
    return `http://${USER}:${encodeURIComponent(KEY)}@127.0.0.1:${port}${BASE_PATH}`;
  }

  /** What may be printed nowhere. */
  get secrets(): string[] {
    return [USER, KEY, encodeURIComponent(KEY)];
  }

  get log(): string {
    return readFileSync(this.#logFile, 'utf8');
  }

  async stop(): Promise<void> {
    this.#proxy.closeAllConnections();
    this.#proxy.close();
    await stopGroup(this.#process, STOP_GRACE_MS);
  }

  async #ready(port: number): Promise<void> {
    const deadline = AbortSignal.timeout(DEADLINE_MS);
    let end: string | undefined;
    void ended(this.#process).then((how) => (end = how));
    for (;;) {
      const response = await fetch(`http://127.0.0.1:${port}${BASE_PATH}/status`).catch(
        () => undefined,
      );
      if (response?.ok === true) return;
      if (end !== undefined || deadline.aborted)
        throw new Error(`${end ?? 'silence'}\n${this.log}`);
      await delay(POLL_MS);
    }
  }
}

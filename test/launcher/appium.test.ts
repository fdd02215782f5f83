import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { AppiumServer } from '../../launcher/appium.ts';
import { AppiumLostError, PortTakenError } from '../../launcher/errors.ts';
import { freePorts } from '../../launcher/ports.ts';
import { listProcesses } from '../processes.ts';

const noProc = existsSync('/proc/self/environ') ? false : 'needs /proc';
const OWNER = fileURLToPath(new URL('appium-owner.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'appium-test-'));
after(() => rmSync(folder, { recursive: true }));

function options(name: string, port?: number) {
  const logFile = join(folder, `${name}.log`);
  writeFileSync(logFile, '');
  return { port, logFile, androidHome: folder, signal: new AbortController().signal };
}

async function isListening(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/status`).then(
    () => true,
    () => false,
  );
}

describe('Appium server of a run', () => {
  it('answers when it has started and is gone when it has stopped', async () => {
    const server = await AppiumServer.start(options('stop'));
    const before = await isListening(server.port);
    await server.stop();
    assert.deepEqual([before, await isListening(server.port)], [true, false]);
  });

  it('names a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      await assert.rejects(AppiumServer.start(options('taken', port)), PortTakenError);
    } finally {
      other.close();
    }
  });

  it('is reported as lost when it ends by itself', { skip: noProc }, async () => {
    const { pid, server } = await startWithPid();
    process.kill(pid, 'SIGKILL');
    assert.ok((await server.lost) instanceof AppiumLostError);
  });

  it('ends with the process that started it when that is killed', { skip: noProc }, async () => {
    const { logFile } = options('orphan');
    const owner = spawn(process.execPath, ['--import', 'tsx', OWNER, logFile, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [port] = (await once(owner.stdout, 'data')) as [Buffer];
    const appium = findAppium(String(port).trim());
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    await gone(appium);
  });

  it('is stopped again when the start is called off', async () => {
    const stop = new AbortController();
    const [port] = await freePorts(1);
    const starting = AppiumServer.start({ ...options('abort', port), signal: stop.signal });
    setImmediate(() => stop.abort(new Error('enough')));
    await assert.rejects(starting, /enough/);
    assert.equal(await isListening(port ?? 0), false);
  });
});

/** Appium's own process, found by its port. */
function findAppium(port: string): number {
  const found = listProcesses().find(
    ({ command }) => command.includes('appium') && command.includes(port),
  );
  assert.ok(found, `no Appium at port ${port}`);
  return found.pid;
}

async function startWithPid(): Promise<{ pid: number; server: AppiumServer }> {
  const server = await AppiumServer.start(options('lost'));
  return { pid: findAppium(String(server.port)), server };
}

/** Fails by the time limit of the test when it does not go. */
async function gone(pid: number): Promise<void> {
  while (listProcesses().some((one) => one.pid === pid)) await turn();
}

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { AppiumServer } from '../../launcher/appium.ts';
import { AppiumLostError, PortTakenError } from '../../launcher/errors.ts';
import { freePorts } from '../../launcher/ports.ts';
import { listProcesses } from '../processes.ts';

const noProc = existsSync('/proc/self/environ') ? false : 'needs /proc';
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
async function startWithPid(): Promise<{ pid: number; server: AppiumServer }> {
  const server = await AppiumServer.start(options('lost'));
  const port = String(server.port);
  const found = listProcesses().find(
    ({ command }) => command.includes('appium') && command.includes(port),
  );
  if (found !== undefined) return { pid: found.pid, server };
  await server.stop();
  throw new Error(readFileSync(join(folder, 'lost.log'), 'utf8'));
}

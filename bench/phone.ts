import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command, encodePacket, VERSION_MIN } from '../emulator/adbd/packet.ts';
import { SystemClock } from '../emulator/android/clock.ts';
import { AndroidSystem } from '../emulator/android/system.ts';
import { systemApps } from '../emulator/apps/index.ts';
import { defaultProfile } from '../emulator/profiles/index.ts';
import { UiAutomator2Server } from '../emulator/uiautomator2/server.ts';
import { LAST_ROW, showCrowdedScreen } from './crowded-screen.ts';
import { measure, timed, type Measurement } from './measure.ts';

const EXECUTABLE = fileURLToPath(new URL('../emulator/bin/xiaomi-phone.mjs', import.meta.url));
/** Outside the range that adb servers look for emulators in, so that none gets in between. */
const CONSOLE_PORT = 6554;

/** The emulated phone by itself: its start, and its UiAutomator2 server without adb or Appium. */
export async function phoneBenchmarks(): Promise<Measurement[]> {
  const start = await measure('phone accepts adb', 1000, 7, timeToAdb);
  return [start, ...(await serverBenchmarks())];
}

/** From the start of the process to the answer to adb's first packet. */
async function timeToAdb(): Promise<number> {
  const startMs = performance.now();
  const phone = spawn(process.execPath, [
    EXECUTABLE,
    ...['start', '--json', '--port', String(CONSOLE_PORT), '--latency', '0'],
  ]);
  try {
    await greet(CONSOLE_PORT + 1);
    return performance.now() - startMs;
  } finally {
    phone.kill('SIGTERM');
    await once(phone, 'close');
  }
}

/** Knocks until the port answers adb's CNXN. */
async function greet(port: number): Promise<void> {
  const banner = Buffer.from('host::features=shell_v2');
  const hello = { command: Command.CNXN, arg0: VERSION_MIN, arg1: 4096, payload: banner };
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      socket.write(encodePacket(hello, true));
      await once(socket, 'data');
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') throw error;
      await delay(5);
    } finally {
      socket.destroy();
    }
  }
}

async function serverBenchmarks(): Promise<Measurement[]> {
  const clock = new SystemClock();
  const system = new AndroidSystem({
    profile: defaultProfile,
    clock,
    apps: systemApps(defaultProfile),
    phoneNumber: '+12015550123',
  });
  system.boot();
  system.activities.start({ action: 'android.settings.SETTINGS' });
  const end = new AbortController();
  const server = new UiAutomator2Server(system).run({
    component: 'io.appium.uiautomator2.server.test/androidx.test.runner.AndroidJUnitRunner',
    args: {},
    stdout: () => undefined,
    signal: end.signal,
  });
  const call = caller(system);
  try {
    const { sessionId } = (await call('POST', '/session', {
      capabilities: { alwaysMatch: {} },
    })) as { sessionId: string };
    const session = `/session/${sessionId}`;
    const find = (strategy: string, selector: string) =>
      timed(() => call('POST', `${session}/element`, { strategy, selector, context: '' }));
    const screenshot = () => timed(() => call('GET', `${session}/screenshot`));
    const measured = [
      await measure('page source', 15, 100, () => timed(() => call('GET', `${session}/source`))),
      await measure('screenshot', 100, 30, () => {
        // A picture of a screen that has not changed is not painted again; this one has.
        system.windows.invalidate();
        return screenshot();
      }),
      await measure('screenshot, unchanged', 10, 100, screenshot),
    ];
    showCrowdedScreen(system);
    const { id, text, description } = LAST_ROW;
    measured.push(
      await measure('find by id', 5, 200, () => find('id', id)),
      await measure('find by text', 5, 200, () =>
        find('-android uiautomator', `new UiSelector().text("${text}")`),
      ),
      await measure('find by accessibility id', 5, 200, () =>
        find('accessibility id', description),
      ),
    );
    // The wait for a quiet screen, of half a second after a change, is not what is measured.
    await call('POST', `${session}/appium/settings`, { settings: { waitForIdleTimeout: 0 } });
    measured.push(
      await measure('XPath over 300 nodes', 15, 100, () => {
        renderAnew(system);
        return find('xpath', `//android.widget.TextView[@text="${text}"]`);
      }),
      await measure('source of 300 nodes', 15, 100, () => {
        renderAnew(system);
        return timed(() => call('GET', `${session}/source`));
      }),
    );
    return measured;
  } finally {
    end.abort();
    await server;
    await system.stop();
    clock.stop();
  }
}

/** Has the app render, as after a change: nothing that was known of the views' places holds. */
function renderAnew(system: AndroidSystem): void {
  system.windows.invalidate();
  system.windows.automation.windows();
}

/** Sends WebDriver requests to the phone's server over one kept connection. */
function caller(system: AndroidSystem) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  agent.createConnection = () => {
    const socket = system.ports.connect(6790);
    if (!socket) throw new Error('the UiAutomator2 server does not listen');
    return socket;
  };
  return async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = text === undefined ? {} : { 'content-type': 'application/json' };
    const sent = request({ agent, method, path, headers });
    sent.end(text);
    const [response] = (await once(sent, 'response')) as [NodeJS.ReadableStream];
    let answer = '';
    for await (const chunk of response) answer += String(chunk);
    const { value } = JSON.parse(answer) as { value: unknown };
    const failure = value as { error?: string; message?: string } | null;
    if (failure?.error) {
      throw new Error(`${method} ${path}: ${failure.error}: ${failure.message ?? ''}`);
    }
    return value;
  };
}

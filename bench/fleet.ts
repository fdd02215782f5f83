import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { profiles } from '../emulator/profiles/index.ts';
import { measure, type Measurement } from './measure.ts';

const EXECUTABLE = fileURLToPath(new URL('../emulator/bin/xiaomi-phone.mjs', import.meta.url));
/** Outside the range that adb servers look for emulators in: the phones announce themselves. */
const FIRST_CONSOLE_PORT = 6554;
const COUNT = 8;

type PhoneProcess = ChildProcessByStdio<null, Readable, null>;

/** The phones' process as a person starts it: until adb lists them, and what it takes up then. */
export async function fleetBenchmarks(): Promise<Measurement[]> {
  // Phones can start a server, too; here it is the phones that are measured.
  await adb('start-server');
  // The first start after a change of the sources makes the bundle that the others run.
  await readyMs(1);
  return [
    await measure('first phone ready', 1500, 7, () => readyMs(1)),
    await measure(`${COUNT} phones ready`, 3000, 5, () => readyMs(COUNT)),
    ...(process.platform === 'linux'
      ? [await measure(`RSS of ${COUNT} phones at home`, 500, 3, rssAtHomeMb, 'MB')]
      : []),
  ];
}

/** From the start of the process to the line that says that the last of its phones is ready. */
async function readyMs(count: number): Promise<number> {
  const startMs = performance.now();
  return withPhones(count, async () => performance.now() - startMs);
}

/** What is resident once every phone, of all profiles in turn, has shown its home screen. */
async function rssAtHomeMb(): Promise<number> {
  return withPhones(COUNT, async (phones, serials) => {
    await Promise.all(serials.map((serial) => adb('-s', serial, 'exec-out', 'screencap', '-p')));
    const status = await readFile(`/proc/${String(phones.pid)}/status`, 'utf8');
    const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    if (kibibytes === undefined) throw new Error(`no VmRSS in ${status}`);
    return (Number(kibibytes) * 1024) / 1e6;
  });
}

async function withPhones<T>(
  count: number,
  task: (phones: PhoneProcess, serials: readonly string[]) => Promise<T>,
): Promise<T> {
  const phones = spawn(
    process.execPath,
    [
      EXECUTABLE,
      ...['start', '--json', '--count', String(count), '--port', String(FIRST_CONSOLE_PORT)],
      ...profiles.slice(0, count).flatMap(({ id }) => ['--profile', id]),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(phones, 'exit');
  try {
    return await task(phones, await readySerials(phones, count));
  } finally {
    phones.kill();
    await ended;
  }
}

async function readySerials({ stdout }: PhoneProcess, count: number): Promise<string[]> {
  const serials: string[] = [];
  for await (const line of createInterface({ input: stdout })) {
    serials.push((JSON.parse(line) as { serial: string }).serial);
    if (serials.length === count) return serials;
  }
  throw new Error(`${serials.length} of ${count} phones got ready`);
}

async function adb(...args: string[]): Promise<void> {
  await promisify(execFile)('adb', args, { encoding: 'buffer', maxBuffer: 32 * 1024 * 1024 });
}

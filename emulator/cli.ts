import { describeError, exitCodeOf } from './cli-errors.ts';
import { runFleet } from './cli-fleet.ts';
import { HELP, parseCommandLine, type StartOptions } from './cli-options.ts';
import { profileEntry, profileTable } from './cli-profiles.ts';
import { serve } from './cli-serve.ts';
import type { StartedPhone } from './fleet.ts';
import { profiles } from './profiles/index.ts';

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  try {
    const options = parseCommandLine(args);
    if (options.command === 'help') process.stdout.write(HELP);
    else if (options.command === 'profiles') printProfiles(options.json);
    else if (options.command === 'serve') await runServe();
    else await runStart(options);
  } catch (error) {
    process.stderr.write(`xiaomi-phone: ${describeError(error as Error)}\n`);
    process.exitCode = exitCodeOf(error as Error);
  }
}

function printProfiles(json: boolean): void {
  const entries = profiles.map(profileEntry);
  process.stdout.write(json ? `${JSON.stringify(entries, null, 2)}\n` : profileTable(entries));
}

async function runStart(options: StartOptions): Promise<void> {
  const { json, exitWithParent } = options;
  const stopping = abortedBySignals();
  const stop = () => stopping.abort();
  if (exitWithParent) process.stdin.once('end', stop).once('close', stop).resume();
  outliveReaders();
  try {
    await runFleet(options, {
      signal: stopping.signal,
      onReady: (phone) => (json ? printLine(phone.info) : process.stdout.write(describe(phone))),
      onStarted: ({ length }) => (json ? undefined : process.stdout.write(howToStop(length))),
    });
  } finally {
    // An input that is still read keeps the process alive, also when no phone could start.
    if (exitWithParent) process.stdin.destroy();
  }
}

async function runServe(): Promise<void> {
  outliveReaders();
  await serve(process.stdin, printLine, abortedBySignals().signal);
  process.stdin.destroy();
}

function abortedBySignals(): AbortController {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => stopping.abort());
  }
  return stopping;
}

/** Phones go on when whoever has read enough of their lines closes the pipe. */
function outliveReaders(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

function printLine(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

function howToStop(count: number): string {
  const howToEndOne = count === 1 ? '' : `, one of them with 'adb -s <serial> emu kill'`;
  return `Stop ${count === 1 ? 'it' : 'them'} with Ctrl-C${howToEndOne}.\n`;
}

function describe({ phone, info }: StartedPhone): string {
  return (
    `${phone.profile.name}, ${info.system}, is ready.\n` +
    `  adb      adb -s ${info.serial} shell\n` +
    `  number   ${[info.number, info.secondNumber].filter(Boolean).join(', ')}   (adb -s ${info.serial} emu sms send 12345 hello)\n` +
    `  service  ${info.service.url}\n` +
    `           ${info.service.admin}   (Authorization: Bearer ${info.service.adminToken})\n` +
    `  gates    ${info.admin.url}/gates   (Authorization: Bearer ${info.admin.token})\n` +
    (info.view ? `  view     ${info.view.url}\n` : '')
  );
}

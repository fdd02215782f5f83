import { debuglog } from 'node:util';
import { PortTakenError } from './adbd/port-pair.ts';
import { HELP, parseCommandLine, UsageError, type StartOptions } from './cli-options.ts';
import { type PhoneInfo, PhoneStoppedError, XiaomiPhone } from './phone.ts';

const DEFAULT_ADB_SERVER_PORT = 5037;
const EXIT_CODE_FAILED = 1;
const EXIT_CODE_USAGE = 2;

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  try {
    const options = parseCommandLine(args);
    if (options === 'help') process.stdout.write(HELP);
    else await run(options);
  } catch (error) {
    // Whoever ends a phone while it starts wants nothing else.
    if (error instanceof PhoneStoppedError) return;
    process.stderr.write(`xiaomi-phone: ${describeError(error as Error)}\n`);
    process.exitCode = error instanceof UsageError ? EXIT_CODE_USAGE : EXIT_CODE_FAILED;
  }
}

async function run(options: StartOptions): Promise<void> {
  const { json, exitWithParent, ...phoneOptions } = options;
  const phone = new XiaomiPhone({
    ...phoneOptions,
    adbServerPort: adbServerPort(),
    // Shown with NODE_DEBUG=xiaomi-phone.
    log: debuglog('xiaomi-phone'),
  });
  const stop = () => void phone.stop();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  if (exitWithParent) process.stdin.once('end', stop).once('close', stop).resume();
  try {
    const info = await phone.start();
    process.stdout.write(json ? `${JSON.stringify(info)}\n` : describe(info, options));
    if (!phone.listedByAdb) {
      process.stderr.write(
        `xiaomi-phone: no adb server lists the phone yet; install adb, or run 'adb devices'\n`,
      );
    }
    await phone.stopped;
  } finally {
    // An input that is still read keeps the process alive, also when the phone could not start.
    if (exitWithParent) process.stdin.destroy();
  }
}

/** The stack too, unless the message says all a person needs. */
function describeError(error: Error): string {
  if (error instanceof PortTakenError) {
    return (
      `${error.message}: choose another even number for --port, or leave --port away for the first ` +
      `free one; '${portOwnerCommand(error.port)}' tells who has it`
    );
  }
  const isPlain = error instanceof UsageError || 'syscall' in error;
  return isPlain ? error.message : `the phone could not start\n${error.stack}`;
}

function portOwnerCommand(port: number): string {
  return process.platform === 'win32' ? `netstat -ano | findstr :${port}` : `lsof -i :${port}`;
}

function describe(info: PhoneInfo, { profile }: StartOptions): string {
  return (
    `${profile.name}, ${info.system}, is ready.\n` +
    `  adb      adb -s ${info.serial} shell\n` +
    `  number   ${info.number}   (adb -s ${info.serial} emu sms send 12345 hello)\n` +
    `  service  ${info.service.url}\n` +
    `  admin    ${info.service.admin}   (Authorization: Bearer ${info.service.adminToken})\n` +
    `Stop it with Ctrl-C.\n`
  );
}

function adbServerPort(): number {
  const value = process.env['ANDROID_ADB_SERVER_PORT'];
  if (!value) return DEFAULT_ADB_SERVER_PORT;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535) {
    throw new UsageError(`ANDROID_ADB_SERVER_PORT '${value}': expected a port number`);
  }
  return port;
}

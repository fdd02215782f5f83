import { debuglog } from 'node:util';
import { NoFreePortsError, PortTakenError } from './adbd/port-pair.ts';
import { HELP, parseCommandLine, type StartOptions } from './cli-options.ts';
import { profileEntry, profileTable } from './cli-profiles.ts';
import { PhoneFleet, PhoneStartError, type StartedPhone } from './fleet.ts';
import { profiles } from './profiles/index.ts';
import { UsageError } from './usage-error.ts';

const DEFAULT_ADB_SERVER_PORT = 5037;
const EXIT_CODE_FAILED = 1;
const EXIT_CODE_USAGE = 2;

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  try {
    const options = parseCommandLine(args);
    if (options.command === 'help') process.stdout.write(HELP);
    else if (options.command === 'profiles') printProfiles(options.json);
    else await run(options);
  } catch (error) {
    process.stderr.write(`xiaomi-phone: ${describeError(error as Error)}\n`);
    process.exitCode = error instanceof UsageError ? EXIT_CODE_USAGE : EXIT_CODE_FAILED;
  }
}

function printProfiles(json: boolean): void {
  const entries = profiles.map(profileEntry);
  process.stdout.write(json ? `${JSON.stringify(entries, null, 2)}\n` : profileTable(entries));
}

async function run(options: StartOptions): Promise<void> {
  const { phones, service, gates, view, json, exitWithParent } = options;
  const fleet = new PhoneFleet({
    service,
    adbServerPort: adbServerPort(),
    // Shown with NODE_DEBUG=xiaomi-phone.
    log: debuglog('xiaomi-phone'),
  });
  // Phones go on when whoever has read enough of their lines closes the pipe.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const stop = () => void fleet.stop();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  if (exitWithParent) process.stdin.once('end', stop).once('close', stop).resume();
  try {
    const started = await fleet.startAll(
      phones.map((phone) => ({ ...phone, gates, view })),
      (phone) => process.stdout.write(json ? `${JSON.stringify(phone.info)}\n` : describe(phone)),
    );
    if (started.length > 0) describeRun(started, json);
    await fleet.allStopped();
  } finally {
    await fleet.stop();
    // An input that is still read keeps the process alive, also when no phone could start.
    if (exitWithParent) process.stdin.destroy();
  }
}

function describeRun(started: readonly StartedPhone[], json: boolean): void {
  if (started.some(({ phone }) => !phone.listedByAdb)) {
    const phones = started.length === 1 ? 'the phone' : 'all of the phones';
    process.stderr.write(
      `xiaomi-phone: no adb server lists ${phones} yet; install adb, or run 'adb devices'\n`,
    );
  }
  if (json) return;
  const howToEndOne = started.length === 1 ? '' : `, one of them with 'adb -s <serial> emu kill'`;
  process.stdout.write(`Stop ${started.length === 1 ? 'it' : 'them'} with Ctrl-C${howToEndOne}.\n`);
}

/** The stack too, unless the message says all a person needs. */
function describeError(error: Error): string {
  if (error instanceof PhoneStartError) {
    return `${error.isOneOfMany ? `${error.message}; none was started: ` : ''}${describeError(error.cause)}`;
  }
  if (error instanceof PortTakenError) {
    return (
      `${error.message}: choose another even number for --port, or leave --port away for the first ` +
      `free one; '${portOwnerCommand(error.port)}' tells who has it`
    );
  }
  if (error instanceof NoFreePortsError) {
    return `${error.message}: end phones that are not needed, or choose others with --port`;
  }
  const isPlain = error instanceof UsageError || 'syscall' in error;
  return isPlain ? error.message : `the phone could not start\n${error.stack}`;
}

function portOwnerCommand(port: number): string {
  return process.platform === 'win32' ? `netstat -ano | findstr :${port}` : `lsof -i :${port}`;
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

function adbServerPort(): number {
  const value = process.env['ANDROID_ADB_SERVER_PORT'];
  if (!value) return DEFAULT_ADB_SERVER_PORT;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535) {
    throw new UsageError(`ANDROID_ADB_SERVER_PORT '${value}': expected a port number`);
  }
  return port;
}

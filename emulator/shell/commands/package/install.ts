import { InstallError, type InstallOptions } from '../../../android/packages/package-manager.ts';
import type { AndroidSystem } from '../../../android/system.ts';
import {
  type CommandInput,
  type CommandOutput,
  resolvePath,
  type StreamInput,
} from '../../command.ts';
import { parseOptions } from '../../options.ts';
import { readExactly } from '../../read-exactly.ts';

const VALUED = ['-S', '-i', '-p', '--user', '--install-location', '--install-reason', '--abi'];

const STREAMED_VERBS = ['install', 'install-write'];

/** Whether the APK comes over standard input. */
export function takesApkFromStdin(args: readonly string[]): boolean {
  const [verb = '', ...rest] = args;
  if (!STREAMED_VERBS.includes(verb)) return false;
  const { options, operands } = parseOptions(rest, VALUED);
  const path = verb === 'install' ? operands[0] : operands[2];
  return options.has('-S') && (path === undefined || path === '-');
}

/** `pm install -S SIZE` and `pm install-write -S SIZE SESSION NAME -`, reading the APK as it comes. */
export async function installFromStdin(input: StreamInput): Promise<number> {
  const [verb = '', ...rest] = input.args;
  const { options, operands } = parseOptions(rest, VALUED);
  const size = Number(options.get('-S'));
  const apk = await readExactly(input.stdin, size, input.signal);
  if (apk.length < size) {
    const read = `${apk.length} of ${size} bytes`;
    return answer(input, failure('INSTALL_FAILED_INVALID_APK', `Failed to read ${read}`));
  }
  const output =
    verb === 'install'
      ? await install(input.system, apk, installOptions(options))
      : writeToSession(input.system, operands, apk);
  return answer(input, output);
}

/** `pm install [-r] [-g] [-t] PATH` */
export async function installFromFile(input: CommandInput): Promise<CommandOutput> {
  const { options, operands } = parseOptions(input.args.slice(1), VALUED);
  const [path] = operands;
  if (path === undefined)
    return { stderr: 'Error: must either specify a package size or an APK file\n', exitCode: 1 };
  const apk = await readApk(input, path);
  return Buffer.isBuffer(apk) ? install(input.system, apk, installOptions(options)) : apk;
}

/** `pm install-create`, `install-write`, `install-commit`, `install-abandon` */
export async function installBySession(input: CommandInput): Promise<CommandOutput> {
  const [verb = '', ...rest] = input.args;
  const { options, operands } = parseOptions(rest, VALUED);
  const { sessions } = input.system.packages;
  if (verb === 'install-create') {
    const id = sessions.create(installOptions(options));
    return { stdout: `Success: created install session [${id}]\n` };
  }
  const id = Number(operands[0]);
  const session = sessions.get(id);
  if (!session) return { stderr: `Error: Session ${operands[0] ?? ''} not found\n`, exitCode: 1 };
  if (verb === 'install-abandon') {
    sessions.remove(id);
    return { stdout: 'Success\n' };
  }
  if (verb === 'install-write') {
    const apk = await readApk(input, operands[2] ?? '');
    return Buffer.isBuffer(apk) ? writeToSession(input.system, operands, apk) : apk;
  }
  sessions.remove(id);
  // Splits carry resources only; the first APK that was written is the base.
  const [base] = session.apks.values();
  if (!base) return failure('INSTALL_FAILED_INVALID_APK', `Session ${id} has no APK`);
  return install(input.system, base, session.options);
}

function installOptions(options: ReadonlyMap<string, string>): InstallOptions {
  return {
    grant: options.has('-g'),
    // Replacing is the default since Android 9; `-R` forbids it.
    replace: !options.has('-R'),
    allowTest: options.has('-t'),
  };
}

async function install(
  system: AndroidSystem,
  apk: Buffer,
  options: InstallOptions,
): Promise<CommandOutput> {
  try {
    await system.packages.install(apk, options, (name) => system.usbInstalls.permit(name));
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    return failure(error.code, error.message);
  }
  return { stdout: 'Success\n' };
}

function writeToSession(
  system: AndroidSystem,
  operands: readonly string[],
  apk: Buffer,
): CommandOutput {
  const [id = '', name = 'base'] = operands;
  const session = system.packages.sessions.get(Number(id));
  if (!session) return { stderr: `Error: Session ${id} not found\n`, exitCode: 1 };
  session.apks.set(name, apk);
  return { stdout: `Success: streamed ${apk.length} bytes\n` };
}

async function readApk(input: CommandInput, path: string): Promise<Buffer | CommandOutput> {
  const absolute = resolvePath(input, path);
  if (!(await input.files.exists(absolute))) {
    return {
      stderr: `Error: Unable to open file: ${path}\nConsider using a file under /data/local/tmp/\nError: Can't open file: ${path}\n`,
      exitCode: 255,
    };
  }
  return Buffer.from(await input.files.readFileBuffer(absolute));
}

function failure(code: string, message: string): CommandOutput {
  return { stdout: `Failure [${code}: ${message}]\n`, exitCode: 1 };
}

async function answer(input: StreamInput, output: CommandOutput): Promise<number> {
  await input.write(output.stdout ?? '');
  await input.writeError(output.stderr ?? '');
  return output.exitCode ?? 0;
}

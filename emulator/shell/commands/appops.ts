import { defaultMode, isOperation, operationName } from '../../android/app-op-names.ts';
import { isMiuiOp, miuiOpName } from '../../android/app-ops.ts';
import type { InstalledPackage } from '../../android/packages/installed-package.ts';
import type { AndroidSystem } from '../../android/system.ts';
import {
  type CommandInput,
  type CommandOutput,
  type ShellCommand,
  UsageError,
} from '../command.ts';
import { parseOptions } from '../options.ts';

/** By their numbers (AppOpsManager.MODE_…). */
const MODES = ['allow', 'ignore', 'deny', 'default', 'foreground'];
const FAILED = 255;

type Verb = (input: CommandInput) => CommandOutput;

const VERBS: Readonly<Record<string, Verb | undefined>> = { get, set, reset };

/** `appops set|get|reset` (AOSP AppOpsService.Shell); `cmd appops` is the same. */
export const appops: ShellCommand = {
  name: 'appops',
  run(input) {
    const [verb = ''] = input.args;
    const implementation = VERBS[verb];
    return implementation?.(input) ?? { stderr: `Unknown command: ${verb}\n`, exitCode: FAILED };
  },
};

function get(input: CommandInput): CommandOutput {
  const { installed, op } = readTarget(input);
  const modes = modesOf(input.system, installed);
  const found = modes.filter(([name]) => op === undefined || name === op);
  if (found.length > 0)
    return { stdout: found.map(([name, mode]) => `${name}: ${mode}\n`).join('') };
  const usual = op !== undefined && isOperation(op, input.system.profile.sdk);
  return { stdout: `No operations.\n${usual ? `Default mode: ${defaultMode(op)}\n` : ''}` };
}

function set(input: CommandInput): CommandOutput {
  const { installed, op, mode } = readTarget(input);
  if (op === undefined) throw new UsageError('Error: Operation not specified.', FAILED);
  if (mode === undefined) throw new UsageError('Error: Mode not specified.', FAILED);
  const meant = MODES[Number(mode)] ?? mode;
  if (!MODES.includes(meant)) throw new UsageError(`Error: Mode ${mode} is not valid`, FAILED);
  if (meant === defaultMode(op) && !op.startsWith('MIUIOP')) installed.appOps.delete(op);
  else installed.appOps.set(op, meant);
  return {};
}

function reset({ system, args }: CommandInput): CommandOutput {
  const { operands } = parseOptions(args.slice(1), ['--user']);
  const [packageName] = operands;
  for (const entry of system.packages.list()) {
    if (packageName === undefined || entry.packageName === packageName) entry.appOps.clear();
  }
  const whose = packageName === undefined ? 'all packages' : `package ${packageName}`;
  return { stdout: `Reset all modes for: user 0, ${whose}\n` };
}

/** What has been changed of Android's operations, then MIUI's. */
function modesOf(system: AndroidSystem, installed: InstalledPackage): [string, string][] {
  const miui = new Map(system.miuiAppOps.modes(installed));
  const others = [...installed.appOps].filter(([name]) => !miui.has(name));
  return [...others, ...miui];
}

/** @throws UsageError for a package or an operation that there is none of. */
function readTarget({ system, args }: CommandInput): {
  readonly installed: InstalledPackage;
  readonly op: string | undefined;
  readonly mode: string | undefined;
} {
  const { operands } = parseOptions(args.slice(1), ['--user', '--attribution']);
  const [packageName, op, mode] = operands;
  if (packageName === undefined) throw new UsageError('Error: Package name not specified.', FAILED);
  const code = op === undefined ? undefined : operation(op, system.profile.sdk);
  const installed = system.packages.get(packageName);
  if (!installed) throw new UsageError(`Error: No UID for ${packageName} in user 0`, FAILED);
  return { installed, op: code, mode };
}

/**
 * The printed name of an operation that is given as `READ_SMS`, as `android:read_sms` or by its
 * number, which is the only way for those of MIUI's.
 * @throws UsageError if there is none.
 */
function operation(text: string, sdk: number): string {
  const name = text.replace(/^android:/, '').toUpperCase();
  if (isOperation(name, sdk)) return name;
  const code = /^\d+$/.test(text) ? Number(text) : undefined;
  const numbered = code === undefined ? undefined : operationName(code);
  if (numbered !== undefined) return numbered;
  if (code !== undefined && isMiuiOp(code)) return miuiOpName(code);
  throw new UsageError(`Error: Unknown operation string: ${text}`, FAILED);
}

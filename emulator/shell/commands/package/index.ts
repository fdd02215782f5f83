import type { CommandInput, CommandOutput, ShellCommand } from '../../command.ts';
import { javaException, SECURITY_EXCEPTION } from '../../java-exception.ts';
import { parseOptions } from '../../options.ts';
import { shellHasPermission } from '../../../android/shell-identity.ts';
import { isRuntimePermission } from '../../../android/packages/permissions.ts';
import { dumpPackage } from '../dumpsys/package.ts';
import {
  installBySession,
  installFromFile,
  installFromStdin,
  takesApkFromStdin,
} from './install.ts';
import { list } from './list.ts';
import { changePermission } from './permissions.ts';
import { resolveActivity } from './resolve.ts';

type Verb = (input: CommandInput) => CommandOutput | Promise<CommandOutput>;

const VERBS: Readonly<Record<string, Verb | undefined>> = {
  clear,
  dump: (input) => dumpPackage({ ...input, args: input.args.slice(1) }),
  'get-install-location': () => ({ stdout: '0[auto]\n' }),
  grant: changePermission,
  'has-feature': hasFeature,
  install: installFromFile,
  'install-abandon': installBySession,
  'install-commit': installBySession,
  'install-create': installBySession,
  'install-write': installBySession,
  list,
  path,
  'resolve-activity': resolveActivity,
  revoke: changePermission,
  uninstall,
};

/** `cmd package VERB …` (AOSP PackageManagerShellCommand); `pm` is the same. */
export const packageService: ShellCommand = {
  name: 'package',
  run(input) {
    const [verb = ''] = input.args;
    const implementation = VERBS[verb];
    if (implementation) return implementation(input);
    if (verb === '' || verb === 'help') return { stdout: help() };
    return { stdout: `Unknown command: ${verb}\n${help()}`, exitCode: 255 };
  },
  streams: takesApkFromStdin,
  stream: installFromStdin,
};

export const pm: ShellCommand = { ...packageService, name: 'pm' };

function help(): string {
  const verbs = Object.keys(VERBS).map((verb) => `  ${verb}\n`);
  return `Package manager (package) commands:\n  help\n${verbs.join('')}`;
}

function path({ system, args }: CommandInput): CommandOutput {
  const { operands } = parseOptions(args.slice(1), ['--user']);
  const installed = system.packages.get(operands[0] ?? '');
  return installed ? { stdout: `package:${installed.apkPath}\n` } : { exitCode: 1 };
}

async function uninstall({ system, args }: CommandInput): Promise<CommandOutput> {
  const { operands } = parseOptions(args.slice(1), ['--user', '--versionCode']);
  const [packageName] = operands;
  if (packageName === undefined)
    return { stderr: 'Error: package name not specified\n', exitCode: 1 };
  if (await system.packages.uninstall(packageName)) return { stdout: 'Success\n' };
  return { stdout: 'Failure [DELETE_FAILED_INTERNAL_ERROR]\n', exitCode: 1 };
}

function clear({ system, args }: CommandInput): CommandOutput {
  const { operands } = parseOptions(args.slice(1), ['--user']);
  const installed = system.packages.get(operands[0] ?? '');
  if (!installed) return { stdout: 'Failed\n', exitCode: 1 };
  if (!shellHasPermission(system, 'CLEAR_APP_USER_DATA')) {
    return javaException(
      'clear',
      SECURITY_EXCEPTION,
      `PID 4021 does not have permission android.permission.CLEAR_APP_USER_DATA to clear data of package ${installed.packageName}`,
    );
  }
  system.forceStop(installed.packageName);
  if (!installed.system) {
    for (const permission of installed.grantedPermissions) {
      if (isRuntimePermission(permission)) installed.grantedPermissions.delete(permission);
    }
  }
  return { stdout: 'Success\n' };
}

function hasFeature({ args }: CommandInput): CommandOutput {
  const present =
    /^android\.hardware\.(?:bluetooth|camera|fingerprint|telephony|touchscreen|wifi)$/;
  const has = present.test(args[1] ?? '');
  return { stdout: `${has}\n`, exitCode: has ? 0 : 1 };
}

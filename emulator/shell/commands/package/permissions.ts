import {
  isChangeablePermission,
  isRuntimePermission,
} from '../../../android/packages/permissions.ts';
import type { CommandInput, CommandOutput } from '../../command.ts';
import { ILLEGAL_ARGUMENT, javaException, SECURITY_EXCEPTION } from '../../java-exception.ts';
import { parseOptions } from '../../options.ts';
import { shellHasPermission } from '../../../android/shell-identity.ts';

/** `pm grant|revoke PACKAGE PERMISSION` (AOSP PermissionManagerServiceImpl, its error texts). */
export function changePermission({ system, args }: CommandInput): CommandOutput {
  const [verb = '', ...rest] = args;
  const { options, operands } = parseOptions(rest, ['--user']);
  const [packageName, permission] = operands;
  if (packageName === undefined) return { stderr: 'Error: no package specified\n', exitCode: 255 };
  const installed = system.packages.get(packageName);
  if (!installed) return javaException(verb, ILLEGAL_ARGUMENT, `Unknown package: ${packageName}`);
  if (!shellHasPermission(system, 'GRANT_RUNTIME_PERMISSIONS')) {
    return javaException(
      verb,
      SECURITY_EXCEPTION,
      `${verb}RuntimePermission: Neither user 2000 nor current process has android.permission.GRANT_RUNTIME_PERMISSIONS.`,
    );
  }
  const permissions = options.has('--all-permissions')
    ? installed.requestedPermissions.filter(isRuntimePermission)
    : [permission];
  for (const name of permissions) {
    if (name === undefined) return { stderr: 'Error: no permission specified\n', exitCode: 255 };
    const { requestedPermissions, grantedPermissions } = installed;
    if (!/\.permission\./.test(name)) {
      return javaException(verb, ILLEGAL_ARGUMENT, `Unknown permission: ${name}`);
    }
    if (!requestedPermissions.includes(name)) {
      return javaException(
        verb,
        SECURITY_EXCEPTION,
        `Package ${packageName} has not requested permission ${name}`,
      );
    }
    if (!isChangeablePermission(name)) {
      return javaException(
        verb,
        SECURITY_EXCEPTION,
        `Permission ${name} requested by ${packageName} is not a changeable permission type`,
      );
    }
    if (verb === 'grant') {
      grantedPermissions.add(name);
    } else if (grantedPermissions.delete(name)) {
      // An app that loses a permission is restarted.
      system.forceStop(packageName);
    }
  }
  return {};
}

import { SETTINGS_NAMESPACES, type SettingsNamespace } from '../../android/settings-provider.ts';
import { type ShellCommand, UsageError } from '../command.ts';
import { javaException, SECURITY_EXCEPTION } from '../java-exception.ts';
import { settingsRefusal } from '../settings-permission.ts';

/** `settings get|put|delete|list` (AOSP SettingsService.MyShellCommand). */
export const settings: ShellCommand = {
  name: 'settings',
  run({ system, args }) {
    const [verb = '', ...rest] = withoutUser(args);
    if (!['get', 'put', 'delete', 'list', 'reset'].includes(verb)) {
      throw new UsageError(verb === '' ? usage() : `Invalid command: ${verb}`, 255);
    }
    const [space = '', key, ...values] = rest;
    const namespace = namespaceOf(space);
    if (verb === 'list') {
      const lines = system.settings.entries(namespace).map(([name, value]) => `${name}=${value}\n`);
      return { stdout: lines.join('') };
    }
    if (key === undefined) throw new UsageError('Bad arguments', 255);
    const refusal = verb === 'get' ? undefined : settingsRefusal(system, namespace);
    if (refusal !== undefined) return javaException(verb, SECURITY_EXCEPTION, refusal);
    switch (verb) {
      case 'get':
        return { stdout: `${system.settings.get(namespace, key) ?? 'null'}\n` };
      case 'put': {
        const [value] = values;
        if (value === undefined) throw new UsageError('Bad arguments', 255);
        system.settings.put(namespace, key, value);
        return {};
      }
      case 'delete': {
        const count = system.settings.delete(namespace, key) ? 1 : 0;
        return { stdout: `Deleted ${count} rows\n` };
      }
      default:
        return {};
    }
  },
};

/** `--user N` may stand before or after the verb; a value like `-1` is no option. */
function withoutUser(args: readonly string[]): string[] {
  const at = args.indexOf('--user');
  const words = at < 0 ? [...args] : [...args.slice(0, at), ...args.slice(at + 2)];
  return words;
}

function namespaceOf(text: string): SettingsNamespace {
  const namespace = SETTINGS_NAMESPACES.find((name) => name === text.toLowerCase());
  if (!namespace) throw new UsageError(`Invalid namespace '${text}'`, 255);
  return namespace;
}

function usage(): string {
  return 'Settings provider (settings) commands:\n  get|put|delete|list [--user <USER_ID>] NAMESPACE …';
}

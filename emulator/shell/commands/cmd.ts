import type { CommandInput, ShellCommand } from '../command.ts';
import { activityService } from './am/index.ts';
import { appops } from './appops.ts';
import { SMALL_SERVICES } from './cmd-services.ts';
import { ime } from './ime.ts';
import { input as inputCommand } from './input.ts';
import { locksettings } from './locksettings.ts';
import { packageService } from './package/index.ts';
import { settings } from './settings.ts';
import { wm } from './wm.ts';

/** Services that have a command of their own too. */
const COMMANDS: Readonly<Record<string, ShellCommand | undefined>> = {
  activity: activityService,
  appops,
  input: inputCommand,
  input_method: ime,
  lock_settings: locksettings,
  package: packageService,
  settings,
  window: wm,
};

/** Exit code for a service that is not there (AOSP frameworks/native/cmds/cmd). */
const EXIT_NO_SERVICE = 20;

/** `cmd [-l] [-w] SERVICE ARGS…` */
export const cmd: ShellCommand = {
  name: 'cmd',
  run(input: CommandInput) {
    const [service, args] = split(input.args);
    if (service === '-l') {
      const names = [...Object.keys(COMMANDS), ...Object.keys(SMALL_SERVICES)].sort();
      return {
        stdout: `Currently running services:\n${names.map((name) => `  ${name}\n`).join('')}`,
      };
    }
    if (service === undefined) {
      return {
        stderr: 'cmd: No service specified; use -l to list all services\n',
        exitCode: EXIT_NO_SERVICE,
      };
    }
    const command = COMMANDS[service];
    if (command) return command.run({ ...input, args });
    const small = SMALL_SERVICES[service];
    if (small) return small({ ...input, args });
    return { stderr: `cmd: Can't find service: ${service}\n`, exitCode: EXIT_NO_SERVICE };
  },
  streams(args) {
    const [service = '', rest] = split(args);
    return COMMANDS[service]?.streams?.(rest) ?? false;
  },
  async stream(input) {
    const [service = '', args] = split(input.args);
    return (await COMMANDS[service]?.stream?.({ ...input, args })) ?? EXIT_NO_SERVICE;
  },
};

/** `-w` waits for the service to come up, which it has. */
function split(args: readonly string[]): [service: string | undefined, args: readonly string[]] {
  const [service, ...rest] = args[0] === '-w' ? args.slice(1) : args;
  return [service, rest];
}

import type { CommandInput, CommandOutput, ShellCommand } from '../../command.ts';
import { parseOptions } from '../../options.ts';
import { dumpActivity } from '../dumpsys/activity.ts';
import { broadcast } from './broadcast.ts';
import { instrument, waitsForInstrumentation } from './instrument.ts';
import { changeService } from './service.ts';
import { start } from './start.ts';

type Verb = (input: CommandInput) => CommandOutput;

const VERBS: Readonly<Record<string, Verb | undefined>> = {
  broadcast,
  'force-stop': forceStop,
  'get-current-user': () => ({ stdout: '0\n' }),
  kill,
  'kill-all': () => ({}),
  'send-trim-memory': () => ({}),
  stack,
  start,
  'start-activity': start,
  'start-foreground-service': changeService,
  'start-service': changeService,
  startforegroundservice: changeService,
  startservice: changeService,
  'stop-service': changeService,
  stopservice: changeService,
};

/** `cmd activity VERB …` (AOSP ActivityManagerShellCommand); `am` is the same. */
export const activityService: ShellCommand = {
  name: 'activity',
  run(input) {
    const [verb = ''] = input.args;
    if (verb === 'instrument') {
      return {
        stderr: 'am: an instrumentation cannot run inside a pipeline or with redirected output\n',
        exitCode: 1,
      };
    }
    const implementation = VERBS[verb];
    if (implementation) return implementation(input);
    if (verb === '' || verb === 'help') return { stdout: help() };
    return { stdout: `Unknown command: ${verb}\n${help()}`, exitCode: 255 };
  },
  streams: waitsForInstrumentation,
  stream: instrument,
};

export const am: ShellCommand = { ...activityService, name: 'am' };

function help(): string {
  const verbs = [...Object.keys(VERBS), 'instrument'].map((verb) => `  ${verb}\n`);
  return `Activity manager (activity) commands:\n  help\n${verbs.join('')}`;
}

function forceStop({ system, args }: CommandInput): CommandOutput {
  const { operands } = parseOptions(args.slice(1), ['--user']);
  const [packageName] = operands;
  if (packageName === undefined) return missingArgument('force-stop');
  system.forceStop(packageName);
  return {};
}

/** Ends a package's process if nothing of it is in front. */
function kill({ system, args }: CommandInput): CommandOutput {
  const { operands } = parseOptions(args.slice(1), ['--user']);
  const [packageName] = operands;
  if (packageName === undefined) return missingArgument('kill');
  const isForeground =
    system.activities.resumed?.component.packageName === packageName ||
    system.services
      .list()
      .some(({ component, foreground }) => foreground && component.packageName === packageName);
  if (!isForeground) system.processes.killByName(packageName);
  return {};
}

function stack(input: CommandInput): CommandOutput {
  if (input.args[1] !== 'list')
    return { stderr: `Error: unknown command '${input.args[1] ?? ''}'\n`, exitCode: 255 };
  return dumpActivity({ ...input, args: ['activities'] });
}

function missingArgument(verb: string): CommandOutput {
  return {
    stderr: `\nException occurred while executing '${verb}':\njava.lang.IllegalArgumentException: Argument expected after "${verb}"\n`,
    exitCode: 255,
  };
}

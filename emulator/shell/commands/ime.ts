import type { InputMethod } from '../../android/input-methods.ts';
import type { AndroidSystem } from '../../android/system.ts';
import type { CommandOutput, ShellCommand } from '../command.ts';
import { parseOptions } from '../options.ts';

/** `ime list [-a] [-s]|enable|disable|set|reset` (AOSP InputMethodManagerService.ShellCommandImpl). */
export const ime: ShellCommand = {
  name: 'ime',
  run({ system, args }) {
    const [verb = '', ...rest] = args;
    const { options, operands } = parseOptions(rest, ['--user']);
    const [id = ''] = operands;
    const { inputMethods } = system;
    switch (verb) {
      case 'list':
        return list(system, options);
      case 'reset':
        inputMethods.reset();
        return {
          stdout: `Reset current and enabled IMEs for user #0\n  Selected: ${inputMethods.current.id}\n  Enabled:\n    ${inputMethods.builtIn.id}\n`,
        };
      case 'enable':
      case 'disable':
      case 'set':
        return change(system, verb, id);
      default:
        return { stderr: `Unknown command: ${verb}\n`, exitCode: 255 };
    }
  },
};

function list(system: AndroidSystem, options: ReadonlyMap<string, string>): CommandOutput {
  const methods = options.has('-a') ? system.inputMethods.list() : system.inputMethods.enabled();
  if (options.has('-s')) return { stdout: methods.map(({ id }) => `${id}\n`).join('') };
  return { stdout: methods.map(describe).join('') };
}

function describe({ id, packageName, className, label }: InputMethod): string {
  return (
    `${id}:\n` +
    `  mId=${id} mSettingsActivityName=null mIsVrOnly=false mSupportsSwitchingToNextInputMethod=false\n` +
    `  mIsDefaultResId=0x0\n` +
    `  Service:\n` +
    `    priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=false\n` +
    `    ServiceInfo:\n` +
    `      name=${className}\n` +
    `      packageName=${packageName}\n` +
    `      nonLocalizedLabel=${label}\n`
  );
}

function change(system: AndroidSystem, verb: string, id: string): CommandOutput {
  const { inputMethods } = system;
  const method = inputMethods.find(id);
  if (!method) {
    const action = { enable: 'enabled', disable: 'disabled', set: 'selected' }[verb];
    return {
      stderr: `Unknown input method ${id} cannot be ${action} for user #0\n`,
      exitCode: 255,
    };
  }
  const isEnabled = inputMethods.enabled().some((other) => other.id === method.id);
  if (verb === 'enable') {
    inputMethods.enable(method);
    return {
      stdout: `Input method ${method.id}: ${isEnabled ? 'already enabled' : 'now enabled'} for user #0\n`,
    };
  }
  if (verb === 'disable') {
    inputMethods.disable(method);
    return {
      stdout: `Input method ${method.id}: ${isEnabled ? 'now disabled' : 'already disabled'} for user #0\n`,
    };
  }
  if (!isEnabled) {
    return {
      stderr: `Unknown input method ${id} cannot be selected for user #0\n`,
      exitCode: 255,
    };
  }
  inputMethods.select(method);
  return { stdout: `Input method ${method.id} selected for user #0\n` };
}

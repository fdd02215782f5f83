import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { NotifyTarget } from '../../config/notify-target.ts';
import { SettingsError } from '../../config/settings-error.ts';

/**
 * Makes sure that the command that is to be told of a night can be run, as long as somebody is awake.
 * @throws {SettingsError}
 */
export function checkNotifyTarget(target: NotifyTarget | undefined, env: NodeJS.ProcessEnv): void {
  if (target?.kind !== 'command') return;
  const { program } = target;
  // As execvp(3) looks for it.
  const places = program.includes('/')
    ? [program]
    : (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program));
  if (places.some(isExecutable)) return;
  throw new SettingsError([
    {
      setting: 'MI_NOTIFY',
      found: `there is no program ${program} that may be run`,
      expected: 'a command that this machine has, or an http(s) address',
      remedy: 'Give its whole path, or put its folder on PATH.',
    },
  ]);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import type { Intent } from '../../../android/activity.ts';
import type { AndroidSystem } from '../../../android/system.ts';
import type { CommandInput, CommandOutput } from '../../command.ts';
import { shortName } from '../../components.ts';
import { parseIntent } from '../../intents.ts';

/** `pm resolve-activity [--brief] INTENT` */
export function resolveActivity({ system, args }: CommandInput): CommandOutput {
  const words = args.slice(1);
  const isBrief = words.includes('--brief');
  const { intent } = parseIntent(words.filter((word) => !/^--(?:brief|components)$/.test(word)));
  const found = resolve(system, intent);
  if (!found) return { stdout: 'No activity found\n' };
  if (isBrief) {
    return {
      stdout: `priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=true\n${shortName(found.component)}\n`,
    };
  }
  const { packageName, className } = found.component;
  return {
    stdout:
      'priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=true\n' +
      `ActivityInfo:\n  name=${className}\n  packageName=${packageName}\n` +
      `  enabled=true exported=${found.activity.exported}\n`,
  };
}

function resolve(system: AndroidSystem, intent: Intent) {
  const { packageName, action } = intent;
  if (packageName !== undefined && action === 'android.intent.action.MAIN') {
    return system.packages.launcherActivity(packageName);
  }
  return system.packages.resolveActivity(intent);
}

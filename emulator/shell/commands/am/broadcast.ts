import type { Intent } from '../../../android/activity.ts';
import type { BroadcastResult } from '../../../android/packages/foreign-app.ts';
import type { AndroidSystem } from '../../../android/system.ts';
import type { CommandInput, CommandOutput } from '../../command.ts';
import { formatIntent, parseIntent } from '../../intents.ts';

const FLAG_RECEIVER_FROM_SHELL = 0x400000;

/** `am broadcast INTENT` (AOSP ActivityManagerShellCommand.runSendBroadcast). */
export function broadcast({ system, args }: CommandInput): CommandOutput {
  const { intent: given } = parseIntent(args.slice(1));
  const intent = { ...given, flags: ((given.flags ?? 0) | FLAG_RECEIVER_FROM_SHELL) >>> 0 };
  const { code, data } = deliver(system, intent);
  const suffix = data === undefined ? '' : `, data="${data}"`;
  return {
    stdout: `Broadcasting: ${formatIntent(intent)}\nBroadcast completed: result=${code}${suffix}\n`,
  };
}

/** Receivers with behaviour here are those of known APKs; a broadcast that nobody takes ends with 0. */
function deliver(system: AndroidSystem, intent: Intent): BroadcastResult {
  for (const { packageName, receivers, uid } of system.packages.list()) {
    const { component } = intent;
    if (component && component.packageName !== packageName) continue;
    if (component && !receivers.some(({ className }) => className === component.className))
      continue;
    const app = system.packages.foreignApp(packageName);
    // A dynamically registered receiver lives only as long as its process.
    if (!app || (!component && !system.processes.find(packageName))) continue;
    system.processes.start(packageName, { uid });
    const result = app.receive(intent);
    if (result) return result;
  }
  return { code: 0 };
}

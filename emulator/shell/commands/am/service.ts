import type { CommandInput, CommandOutput } from '../../command.ts';
import { bracedName } from '../../components.ts';
import { formatIntent, parseIntent } from '../../intents.ts';
import { javaException, SECURITY_EXCEPTION } from '../../java-exception.ts';

/** `am start-service`, `am start-foreground-service`, `am stop-service` INTENT */
export function changeService({ system, args }: CommandInput): CommandOutput {
  const [verb = '', ...rest] = args;
  const { intent } = parseIntent(rest);
  const isStop = /stop/.test(verb);
  const stdout = `${isStop ? 'Stopping' : 'Starting'} service: ${formatIntent(intent)}\n`;
  const { component } = intent;
  const installed = component && system.packages.get(component.packageName);
  const service = installed?.services.find(({ className }) => className === component?.className);
  if (!component || !installed || !service) {
    return {
      stdout,
      stderr: isStop
        ? 'Service not stopped: was not running.\n'
        : 'Error: Not found; no service started.\n',
      exitCode: isStop ? 0 : 255,
    };
  }
  if (!service.exported) {
    return {
      stdout,
      ...javaException(
        verb,
        SECURITY_EXCEPTION,
        `Not allowed to access service ${bracedName(component)} from pid=4021, uid=2000`,
      ),
    };
  }
  if (isStop) {
    const wasRunning = system.services.stop(component);
    return {
      stdout: `${stdout}Service ${wasRunning ? 'stopped' : 'not stopped: was not running.'}\n`,
    };
  }
  system.processes.start(component.packageName, { uid: installed.uid });
  system.services.start(component, { foreground: verb.includes('foreground') });
  return { stdout };
}

import { type StreamInput, UsageError } from '../../command.ts';
import { bracedName, parseComponent } from '../../components.ts';

const SHELL_UID = 2000;

/** Options of `am instrument` that take one value; `-e` takes two. */
const VALUED = ['-p', '--user', '--abi'];

/** Whether `am instrument` stays until the instrumentation ends. */
export function waitsForInstrumentation(args: readonly string[]): boolean {
  return args[0] === 'instrument';
}

/** `am instrument [-w] [-r] [-e KEY VALUE]… COMPONENT` (AOSP Instrument.java). */
export async function instrument(input: StreamInput): Promise<number> {
  const { system, signal } = input;
  const { name, extras, isWaiting } = parseArguments(input.args.slice(1));
  const component = parseComponent(name);
  if (!component) throw new UsageError(`Error: Bad component name: ${name}`, 255);
  const { packageName } = component;
  const info = system.packages
    .get(packageName)
    ?.instrumentations.find(({ className }) => className === component.className);
  const body = info && system.instrumentations.get(packageName);
  if (!info || !body) {
    await input.write(notFound(name, bracedName(component)));
    return 1;
  }
  const { targetPackage } = info;
  // As ActivityManagerService.startInstrumentation does: an instrumentation gets a process of its own.
  system.forceStop(targetPackage);
  while (system.instrumentations.isRunning(targetPackage)) {
    await system.instrumentations.stopPackage(targetPackage);
  }
  const uid = system.packages.get(targetPackage)?.uid ?? SHELL_UID;
  const process = system.processes.start(targetPackage, { uid });
  const stop = () => void system.instrumentations.stopPackage(packageName);
  const unsubscribe = system.processes.onKill(process.pid, stop);
  // Whoever does not wait is told nothing, and may go.
  if (isWaiting) signal.addEventListener('abort', stop, { once: true });
  let written = Promise.resolve();
  const ended = system.instrumentations
    .run(body, {
      component: name,
      args: extras,
      stdout: (text) => {
        if (isWaiting) written = written.then(() => input.write(text));
      },
      packageNames: [packageName, targetPackage],
    })
    .then(
      (code) =>
        code === undefined ? crash('Process crashed.') : `INSTRUMENTATION_CODE: ${code}\n`,
      (error: unknown) => {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        system.logcat.write('E', 'AndroidRuntime', message, process.pid, 'crash');
        return crash(message.split('\n')[0] ?? '');
      },
    )
    .finally(() => {
      unsubscribe();
      signal.removeEventListener('abort', stop);
      system.processes.kill(process.pid);
    });
  if (!isWaiting) return 0;
  const result = await ended;
  await written;
  await input.write(result);
  return 0;
}

function crash(message: string): string {
  return `INSTRUMENTATION_RESULT: shortMsg=${message}\nINSTRUMENTATION_CODE: 0\n`;
}

function parseArguments(args: readonly string[]): {
  readonly name: string;
  readonly extras: Record<string, string>;
  readonly isWaiting: boolean;
} {
  const words = [...args];
  const extras: Record<string, string> = {};
  let name = '';
  let isWaiting = false;
  while (words.length > 0) {
    const word = words.shift() ?? '';
    if (word === '-e') {
      const [key, value] = words.splice(0, 2);
      if (key === undefined || value === undefined) {
        throw new UsageError('Error: Argument expected after "-e"', 255);
      }
      extras[key] = value;
    } else if (word === '-w') isWaiting = true;
    else if (VALUED.includes(word)) words.shift();
    else if (!word.startsWith('-')) name = word;
  }
  return { name, extras, isWaiting };
}

function notFound(name: string, component: string): string {
  return (
    'INSTRUMENTATION_STATUS: id=ActivityManagerService\n' +
    `INSTRUMENTATION_STATUS: Error=Unable to find instrumentation info for: ComponentInfo${component}\n` +
    'INSTRUMENTATION_STATUS_CODE: -1\n' +
    `android.util.AndroidException: INSTRUMENTATION_FAILED: ${name}\n` +
    '\tat com.android.commands.am.Instrument.run(Instrument.java:519)\n'
  );
}

import { LOG_PRIORITIES } from '../../android/logcat.ts';
import { type ShellCommand, UsageError } from '../command.ts';
import { parseLetters } from '../options.ts';

/** The process whose words they are. */
const SHELL_PID = 4021;

/** `log [-p PRIORITY] [-t TAG] [MESSAGE…]` (toybox). */
export const log: ShellCommand = {
  name: 'log',
  run({ system, args }) {
    const { options, operands } = parseLetters(args, 'pt');
    const letter = options.get('-p') ?? 'i';
    const priority = LOG_PRIORITIES.find((each) => each === letter.charAt(0).toUpperCase());
    if (!priority) throw new UsageError(`log: bad -p '${letter}'`);
    if (operands.length === 0) throw new UsageError('log: needs a MESSAGE');
    system.logcat.write(priority, options.get('-t') ?? 'log', operands.join(' '), SHELL_PID);
    return {};
  },
};

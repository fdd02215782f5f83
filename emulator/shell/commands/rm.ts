import { resolvePath, type ShellCommand, UsageError } from '../command.ts';
import { describeFileError } from '../file-errors.ts';
import { parseLetters } from '../options.ts';

/** `rm [-rRf] PATH…`: with `-f` it keeps silent about what is not there, and about that alone. */
export const rm: ShellCommand = {
  name: 'rm',
  async run(input) {
    const { options, operands } = parseLetters(input.args);
    const isForced = options.has('-f');
    const recursive = options.has('-r') || options.has('-R');
    if (operands.length === 0 && !isForced) throw new UsageError('rm: Needs 1 argument');
    const errors: string[] = [];
    for (const operand of operands) {
      const path = resolvePath(input, operand);
      try {
        if (!recursive && (await input.files.lstat(path)).isDirectory) throw new Error('EISDIR');
        await input.files.rm(path, { recursive });
      } catch (error) {
        const reason = describeFileError(error);
        if (isForced && /^ENOENT/.test(error instanceof Error ? error.message : '')) continue;
        errors.push(`rm: ${operand}: ${reason}\n`);
      }
    }
    return { stderr: errors.join(''), exitCode: errors.length > 0 ? 1 : 0 };
  },
};

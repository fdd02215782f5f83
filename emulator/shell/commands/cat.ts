import { resolvePath, type ShellCommand } from '../command.ts';

/** `cat [FILE…]`: passes bytes on unchanged, as `adb exec-out cat` needs. */
export const cat: ShellCommand = {
  name: 'cat',
  async run(input) {
    const operands = input.args.filter((arg) => arg === '-' || !arg.startsWith('-'));
    const parts: Buffer[] = [];
    const errors: string[] = [];
    for (const path of operands.length > 0 ? operands : ['-']) {
      if (path === '-') {
        parts.push(input.stdin);
        continue;
      }
      const absolute = resolvePath(input, path);
      if (!(await input.files.exists(absolute))) {
        errors.push(`cat: ${path}: No such file or directory\n`);
      } else if ((await input.files.stat(absolute)).isDirectory) {
        errors.push(`cat: ${path}: Is a directory\n`);
      } else {
        parts.push(Buffer.from(await input.files.readFileBuffer(absolute)));
      }
    }
    return {
      stdout: Buffer.concat(parts),
      stderr: errors.join(''),
      exitCode: errors.length > 0 ? 1 : 0,
    };
  },
};

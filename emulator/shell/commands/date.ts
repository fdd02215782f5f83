import { type ShellCommand } from '../command.ts';
import { formatTime } from '../date-format.ts';
import { parseLetters } from '../options.ts';

const DEFAULT_FORMAT = '%a %b %e %H:%M:%S %Z %Y';

/** `date [-u] [-d TIME|-r FILE] [+FORMAT]` (toybox); setting the time needs root. */
export const date: ShellCommand = {
  name: 'date',
  async run({ system, args, env, files, cwd }) {
    const { options, operands } = parseLetters(args, 'dDr');
    const isUtc = options.has('-u');
    const timeZone = isUtc
      ? 'UTC'
      : (env.get('TZ') ?? system.properties.get('persist.sys.timezone'));
    let timeMs = system.clock.now();
    const shown = options.get('-d');
    const file = options.get('-r');
    if (shown !== undefined) {
      timeMs = /^@\d+/.test(shown) ? Number(shown.slice(1)) * 1000 : Date.parse(shown);
      if (Number.isNaN(timeMs)) return { stderr: `date: bad date '${shown}'\n`, exitCode: 1 };
    } else if (file !== undefined) {
      const path = files.resolvePath(cwd, file);
      if (!(await files.exists(path))) {
        return { stderr: `date: ${file}: No such file or directory\n`, exitCode: 1 };
      }
      timeMs = (await files.stat(path)).mtime.getTime();
    }
    const [operand] = operands;
    if (operand !== undefined && !operand.startsWith('+')) {
      return { stderr: 'date: cannot set date: Operation not permitted\n', exitCode: 1 };
    }
    return { stdout: `${formatTime(timeMs, operand?.slice(1) ?? DEFAULT_FORMAT, timeZone)}\n` };
  },
};

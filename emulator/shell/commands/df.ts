import { resolvePath, type ShellCommand } from '../command.ts';
import { parseLetters } from '../options.ts';

/** Sizes in KiB, as on a phone with 256 GB. */
const FILE_SYSTEMS = [
  { device: '/dev/block/dm-8', total: 1_206_104, used: 1_202_320, mountedOn: '/' },
  { device: 'tmpfs', total: 3_817_408, used: 1_656, mountedOn: '/dev' },
  { device: '/dev/block/dm-61', total: 232_783_872, used: 21_460_084, mountedOn: '/data' },
  { device: '/dev/fuse', total: 232_783_872, used: 21_460_084, mountedOn: '/storage/emulated' },
] as const;

/** `df [-h] [PATH…]` (toybox): the file systems, or those that the paths are on. */
export const df: ShellCommand = {
  name: 'df',
  async run(input) {
    const { options, operands } = parseLetters(input.args);
    const errors: string[] = [];
    const wanted = [];
    for (const operand of operands) {
      const path = resolvePath(input, operand);
      if (await input.files.exists(path))
        wanted.push(fileSystemOf(await input.files.realpath(path)));
      else errors.push(`df: ${operand}: No such file or directory\n`);
    }
    const size = options.has('-h') ? humanSize : String;
    const rows = (operands.length > 0 ? wanted : FILE_SYSTEMS).map(
      ({ device, total, used, mountedOn }) =>
        [
          device.padEnd(18),
          size(total).padStart(11),
          size(used).padStart(10),
          size(total - used).padStart(11),
          `${Math.ceil((100 * used) / total)}%`.padStart(4),
          mountedOn,
        ].join(' ') + '\n',
    );
    const unit = options.has('-h') ? '       Size' : '  1K-blocks';
    const heading = `Filesystem         ${unit}       Used   Available Use% Mounted on\n`;
    return {
      stdout: rows.length > 0 ? heading + rows.join('') : '',
      stderr: errors.join(''),
      exitCode: errors.length > 0 ? 1 : 0,
    };
  },
};

function fileSystemOf(path: string) {
  const matching = FILE_SYSTEMS.filter(({ mountedOn }) =>
    `${path}/`.startsWith(mountedOn === '/' ? '/' : `${mountedOn}/`),
  );
  return matching.at(-1) ?? FILE_SYSTEMS[0];
}

function humanSize(kibibytes: number): string {
  if (kibibytes < 1024) return `${kibibytes}K`;
  if (kibibytes < 1024 ** 2) return `${(kibibytes / 1024).toFixed(1)}M`;
  return `${Math.round(kibibytes / 1024 ** 2)}G`;
}

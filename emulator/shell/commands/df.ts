import type { Storage } from '../../android/storage.ts';
import { resolvePath, type ShellCommand } from '../command.ts';
import { parseLetters } from '../options.ts';

interface FileSystem {
  readonly device: string;
  /** In KiB, as `used` is. */
  readonly total: number;
  readonly used: number;
  readonly mountedOn: string;
}

/** Those of the system image. */
const SYSTEM_FILE_SYSTEMS: readonly FileSystem[] = [
  { device: '/dev/block/dm-8', total: 1_206_104, used: 1_202_320, mountedOn: '/' },
  { device: 'tmpfs', total: 3_817_408, used: 1_656, mountedOn: '/dev' },
];

/** `/sdcard` is a view of what is in `/data`. */
function fileSystems({ totalKib, freeKib }: Storage): FileSystem[] {
  const sizes = { total: totalKib, used: totalKib - freeKib };
  return [
    ...SYSTEM_FILE_SYSTEMS,
    { device: '/dev/block/dm-61', ...sizes, mountedOn: '/data' },
    { device: '/dev/fuse', ...sizes, mountedOn: '/storage/emulated' },
  ];
}

/** `df [-h] [PATH…]` (toybox): the file systems, or those that the paths are on. */
export const df: ShellCommand = {
  name: 'df',
  async run(input) {
    const { options, operands } = parseLetters(input.args);
    const all = fileSystems(input.system.storage);
    const errors: string[] = [];
    const wanted: (FileSystem | undefined)[] = [];
    for (const operand of operands) {
      const path = resolvePath(input, operand);
      if (await input.files.exists(path))
        wanted.push(fileSystemOf(all, await input.files.realpath(path)));
      else errors.push(`df: ${operand}: No such file or directory\n`);
    }
    const size = options.has('-h') ? humanSize : String;
    const rows = (operands.length > 0 ? wanted : all)
      .flatMap((fileSystem) => fileSystem ?? [])
      .map(
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

function fileSystemOf(all: readonly FileSystem[], path: string): FileSystem | undefined {
  const matching = all.filter(({ mountedOn }) =>
    `${path}/`.startsWith(mountedOn === '/' ? '/' : `${mountedOn}/`),
  );
  return matching.at(-1);
}

function humanSize(kibibytes: number): string {
  if (kibibytes < 1024) return `${kibibytes}K`;
  if (kibibytes < 1024 ** 2) return `${(kibibytes / 1024).toFixed(1)}M`;
  return `${Math.round(kibibytes / 1024 ** 2)}G`;
}

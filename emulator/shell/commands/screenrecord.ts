import type { ShellCommand } from '../command.ts';

/** Recording is not emulated; the refusal is that of a phone whose encoder cannot be set up. */
export const screenrecord: ShellCommand = {
  name: 'screenrecord',
  run: () => ({
    stderr:
      'ERROR: unable to configure video/avc codec (err=-38): this phone has no video encoder\n',
    exitCode: 1,
  }),
};

import type { CommandOutput, ShellCommand } from '../command.ts';

/** `wm size|density|dismiss-keyguard|user-rotation` (AOSP WindowManagerShellCommand). */
export const wm: ShellCommand = {
  name: 'wm',
  run({ system, args }) {
    const [verb = '', ...rest] = args;
    const { profile, display } = system;
    switch (verb) {
      case 'size':
        if (rest.length > 0) return overrideRefused(verb);
        return {
          stdout: `Physical size: ${profile.display.widthPx}x${profile.display.heightPx}\n`,
        };
      case 'density':
        if (rest.length > 0) return overrideRefused(verb);
        return { stdout: `Physical density: ${display.densityDpi}\n` };
      case 'dismiss-keyguard':
        system.keyguard.dismiss();
        return {};
      case 'user-rotation': {
        const rotation = Number(rest[1]);
        if (rest[0] !== 'lock' || ![0, 1, 2, 3].includes(rotation)) {
          return { stdout: `${rest[0] === undefined ? `lock ${display.rotation}` : 'free'}\n` };
        }
        system.windows.setRotation(rotation as 0 | 1 | 2 | 3);
        system.settings.put('system', 'user_rotation', String(rotation));
        return {};
      }
      default:
        return { stderr: `Unknown command: ${verb}\n`, exitCode: 255 };
    }
  },
};

/** The emulated screen has the size of its profile; `wm size reset` has nothing to put back. */
function overrideRefused(verb: string): CommandOutput {
  return {
    stderr: `Error: the ${verb} of this emulated screen is that of its profile and cannot be changed\n`,
    exitCode: 255,
  };
}

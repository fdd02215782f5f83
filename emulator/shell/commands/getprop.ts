import type { ShellCommand } from '../command.ts';

/** `getprop [NAME [DEFAULT]]` (toybox). */
export const getprop: ShellCommand = {
  name: 'getprop',
  run({ system, args }) {
    const [name, fallback = ''] = args;
    if (name !== undefined) return { stdout: `${system.properties.get(name) || fallback}\n` };
    const lines = system.properties.entries().map(([key, value]) => `[${key}]: [${value}]\n`);
    return { stdout: lines.join('') };
  },
};

import type { ShellCommand } from '../command.ts';

/** `which NAME…` (toybox): finds commands in `/system/bin`. */
export function createWhich(names: ReadonlySet<string>): ShellCommand {
  return {
    name: 'which',
    run({ args }) {
      const wanted = args.filter((arg) => !arg.startsWith('-'));
      const found = wanted.filter((name) => names.has(name.replace(/^\/system\/bin\//, '')));
      return {
        stdout: found.map((name) => `/system/bin/${name.replace(/^.*\//, '')}\n`).join(''),
        exitCode: found.length === wanted.length ? 0 : 1,
      };
    },
  };
}

/** `toybox [COMMAND …]` lists its commands; by name it runs them. */
export function createToybox(
  names: ReadonlySet<string>,
  commands: readonly ShellCommand[],
): ShellCommand {
  return {
    name: 'toybox',
    run(input) {
      const [name, ...args] = input.args;
      if (name === undefined) return { stdout: `${[...names].sort().join(' ')}\n` };
      if (name === '--version') return { stdout: 'toybox 0.8.11-android\n' };
      const command = commands.find((candidate) => candidate.name === name);
      if (command) return command.run({ ...input, args });
      return { stderr: `toybox: Unknown command ${name}\n`, exitCode: 127 };
    },
  };
}

import type { CommandInput, CommandOutput } from '../../command.ts';

/** One service's `dump()`; `args` are those after the service's name. */
export type Dump = (input: CommandInput) => CommandOutput;

/** A dump made of lines. */
export function lines(...parts: readonly (string | readonly string[])[]): CommandOutput {
  return {
    stdout: parts
      .flat()
      .map((line) => `${line}\n`)
      .join(''),
  };
}

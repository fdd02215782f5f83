import type { Screen } from './live-area.ts';
import type { TerminalView } from './terminal.ts';

/** A stream that a view shares with whoever else prints to it. */
export interface SharedScreen {
  /** For the view itself. */
  readonly screen: Screen;
  /** From now on, lines that others print stand above the live ones. */
  readonly share: (view: TerminalView) => void;
  /** The stream is as it was. */
  readonly unshare: () => void;
}

/**
 * WebdriverIO, and workers through it, print to the stream in whose last lines a run is shown in place. A
 * person's line is edited by readline, which prints as it likes below them.
 */
export function sharedScreen(stream: NodeJS.WriteStream): SharedScreen {
  const write = stream.write.bind(stream);
  let begun = '';
  const screen: Screen = {
    write: (text) => write(text),
    get columns() {
      return stream.columns;
    },
    get rows() {
      return stream.rows;
    },
  };
  const share = (view: TerminalView): void => {
    const above = (chunk: unknown, ...rest: unknown[]): boolean => {
      if (view.hasPrompt || typeof chunk !== 'string') {
        return (write as (...args: unknown[]) => boolean)(chunk, ...rest);
      }
      const lines = (begun + chunk).split('\n');
      begun = lines.pop() ?? '';
      for (const line of lines) view.line(line);
      const done = rest.find((argument) => typeof argument === 'function');
      if (typeof done === 'function') process.nextTick(done);
      return true;
    };
    stream.write = above;
  };
  const unshare = (): void => {
    if (begun !== '') write(begun);
    begun = '';
    // What was put on the stream itself hides what it inherits.
    delete (stream as { write?: unknown }).write;
  };
  return { screen, share, unshare };
}

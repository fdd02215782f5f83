import type { HarnessClock } from '../../config/clock.ts';
import { ScreenNotReadError } from './errors.ts';
import { nextScreen } from './next-screen.ts';
import type { Recorder } from './recorder.ts';

const WATCH_EVERY_MS = 1000;

export interface WalkParts {
  readonly recorder: Pick<Recorder, 'record' | 'recorded' | 'hasChanged'>;
  readonly print: (...lines: readonly string[]) => void;
  readonly signal: AbortSignal;
}

/**
 * Walks with the person: every line that they enter records what shows, until one says `q`.
 * @param lines of the person at the terminal.
 */
export async function walk(
  { recorder, print, signal }: WalkParts,
  lines: AsyncIterable<string>,
): Promise<void> {
  print(nextScreen(recorder.recorded), 'Enter records what shows; q and Enter ends.');
  for await (const line of lines) {
    if (line.trim().toLowerCase() === 'q') return;
    await recordOne({ recorder, print, signal });
    print('', nextScreen(recorder.recorded));
  }
}

/** Records every screen that the person comes to, until it is interrupted or the phone is lost. */
export async function watch(
  { recorder, print, signal }: WalkParts,
  clock: Pick<HarnessClock, 'sleep'>,
): Promise<never> {
  print(nextScreen(recorder.recorded), 'Every other screen is recorded; Ctrl-C ends.');
  for (;;) {
    if (await hasChanged(recorder, signal)) await recordOne({ recorder, print, signal });
    await clock.sleep(WATCH_EVERY_MS, signal);
  }
}

async function recordOne({ recorder, print, signal }: WalkParts): Promise<void> {
  try {
    print(...(await recorder.record({ signal })));
  } catch (error) {
    if (!(error instanceof ScreenNotReadError)) throw error;
    print(error.message);
  }
}

/** A screen that moves is looked at again. */
async function hasChanged(
  recorder: Pick<Recorder, 'hasChanged'>,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    return await recorder.hasChanged({ signal });
  } catch (error) {
    if (error instanceof ScreenNotReadError) return false;
    throw error;
  }
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ScreenNotReadError } from '../../../launcher/record/errors.ts';
import { walk, watch } from '../../../launcher/record/walk.ts';

class FakeRecorder {
  readonly recorded = new Set<string>();
  readonly calls: string[] = [];
  /** What shows each time that it is looked at. */
  readonly #screens: (string | Error)[];

  constructor(...screens: (string | Error)[]) {
    this.#screens = screens;
  }

  record(): Promise<string[]> {
    const screen = this.#screens.shift() ?? 'nothing';
    if (screen instanceof Error) return Promise.reject(screen);
    this.calls.push(screen);
    this.recorded.add(screen);
    return Promise.resolve([screen]);
  }

  hasChanged(): Promise<boolean> {
    const [screen] = this.#screens;
    const isSame = screen === this.calls.at(-1);
    if (isSame) this.#screens.shift();
    return Promise.resolve(!isSame);
  }
}

async function* entered(...lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield await Promise.resolve(line);
}

const restless = new ScreenNotReadError('The phone does not tell what it shows.', {
  remedy: 'Wait.',
});

async function walked(recorder: FakeRecorder, ...lines: readonly string[]): Promise<string> {
  const printed: string[] = [];
  const print = (...more: readonly string[]) => void printed.push(...more);
  await walk({ recorder, print, signal: new AbortController().signal }, entered(...lines));
  return printed.join('\n');
}

describe('a person who walks through the screens', () => {
  it('records one with each Enter, until q', async () => {
    const recorder = new FakeRecorder('a', 'b', 'c');
    await walked(recorder, '', '', 'Q', '');
    assert.deepEqual(recorder.calls, ['a', 'b']);
  });

  it('is told what to do next', async () => {
    assert.match(
      await walked(new FakeRecorder('SettingsHome'), ''),
      /Open Settings[^]*Tap the account row/,
    );
  });

  it('is told of a screen that cannot be read, and goes on', async () => {
    const recorder = new FakeRecorder(restless, 'b');
    assert.match(await walked(recorder, '', ''), /does not tell what it shows/);
    assert.deepEqual(recorder.calls, ['b']);
  });
});

describe('watching', () => {
  it('records every other screen once, until it is ended', async () => {
    const recorder = new FakeRecorder('a', 'a', 'a', 'b');
    const stop = new AbortController();
    let looks = 0;
    const sleep = () => {
      looks += 1;
      if (looks === 5) stop.abort();
      return stop.signal.aborted ? Promise.reject(new Error('ended')) : Promise.resolve();
    };
    const parts = { recorder, print: () => undefined, signal: stop.signal };
    await assert.rejects(watch(parts, { sleep }), /ended/);
    assert.deepEqual(recorder.calls.slice(0, 2), ['a', 'b']);
  });
});

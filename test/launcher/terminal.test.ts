import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProgressEvent } from '../../config/progress.ts';
import {
  PLAIN_LINE_EVERY_MS,
  terminalOptions,
  TerminalView,
} from '../../launcher/terminal/terminal.ts';

const serial = 'emulator-5554';

function waiting(elapsedMs: number, what = 'the SMS code'): ProgressEvent {
  return { type: 'waiting', serial, step: 'sms-code', what, elapsedMs, budgetMs: 300_000 };
}

function view(live: boolean, columns = 80) {
  let printed = '';
  let nowMs = 1000;
  const screen = { write: (text: string) => (printed += text), columns };
  const terminal = new TerminalView(screen, { live, color: false, now: () => nowMs });
  return {
    show: (event: ProgressEvent) => terminal.show(event),
    advance: (ms: number) => (nowMs += ms),
    printed: () => printed,
    // What a person sees: of a redrawn line, the last text.
    seen: () =>
      printed
        .split('\n')
        .map((line) => line.split('\r\u001B[2K').at(-1))
        .join('\n'),
  };
}

describe('terminal view', () => {
  it('shows the wait with its time and its budget', () => {
    const { show, seen } = view(true);
    show(waiting(3000));
    assert.equal(seen(), '  waiting for the SMS code … 00:03 of 05:00');
  });

  it('redraws the wait in place on a terminal', () => {
    const { show, seen } = view(true);
    for (const second of [1, 2, 3]) show(waiting(second * 1000));
    assert.equal(seen(), '  waiting for the SMS code … 00:03 of 05:00');
  });

  it('replaces the wait by the step when that ends', () => {
    const { show, seen } = view(true);
    show(waiting(3000));
    show({
      type: 'step-ended',
      serial,
      step: 'sms-code',
      title: 'Enter the code from the SMS',
      outcome: 'passed',
      serverMs: 3210,
      harnessMs: 790,
      budgetMs: 300_000,
    });
    const line = '✓ Enter the code from the SMS               4.0 s  (server 3.2 s, harness 0.8 s)';
    assert.equal(seen(), `${line}\n`);
  });

  it('cuts a live line that would wrap', () => {
    const { show, seen } = view(true, 20);
    show(waiting(3000));
    assert.equal(seen(), '  waiting for the …');
  });

  it('prints plain lines at most every few seconds where nothing can be redrawn', () => {
    const { show, advance, printed } = view(false);
    for (let ms = 0; ms <= 2 * PLAIN_LINE_EVERY_MS; ms += 100) {
      show(waiting(ms));
      advance(100);
    }
    const times = [...printed().matchAll(/(\d\d:\d\d) of/g)].map(([, time]) => time);
    assert.deepEqual(times, ['00:00', '00:05', '00:10']);
  });

  it('prints no control characters where nothing can be redrawn', () => {
    const { show, printed } = view(false);
    show({
      type: 'step-started',
      serial,
      step: 'sms-code',
      title: 'Enter the code',
      budgetMs: 1000,
    });
    show(waiting(1000));
    assert.doesNotMatch(printed(), /[\r\u001B]/);
  });

  it('prints a new wait at once', () => {
    const { show, printed } = view(false);
    show(waiting(0));
    show(waiting(100, 'the next screen'));
    assert.match(printed(), /waiting for the next screen/);
  });

  it('paces the plain lines of each phone by itself', () => {
    const { show, printed } = view(false);
    for (const phone of ['a', 'b', 'a', 'b']) {
      show({ ...waiting(0, `the SMS of ${phone}`), serial: phone } as ProgressEvent);
    }
    assert.equal(printed().split('\n').length - 1, 2);
  });

  it('takes a terminal that says it is 0 columns wide for one of usual width', () => {
    const { show, printed } = view(true, 0);
    show(waiting(0));
    assert.match(printed(), /waiting for the SMS code … 00:00 of 05:00/);
  });

  it('never prints a secret', () => {
    const { show, printed } = view(true);
    show({ type: 'secret', kind: 'code', value: '318204' });
    assert.equal(printed(), '');
  });

  it('names the phone on each line when there are several', () => {
    const { show, seen } = view(false);
    for (const name of ['a', 'b']) {
      show({ type: 'phone-ready', serial: name, model: 'M', system: 'S' });
    }
    show({ ...waiting(0), serial: 'b' } as ProgressEvent);
    assert.match(seen(), /^ {2}b: waiting for/m);
  });
});

describe('terminal options', () => {
  it('have colour and a live line on a terminal', () => {
    assert.deepEqual(terminalOptions({ isTTY: true }, {}), { live: true, color: true });
  });

  it('leave colour out for NO_COLOR', () => {
    assert.deepEqual(terminalOptions({ isTTY: true }, { NO_COLOR: '1' }), {
      live: true,
      color: false,
    });
  });

  it('have neither where the output is no terminal', () => {
    assert.deepEqual(terminalOptions({}, {}), { live: false, color: false });
  });
});

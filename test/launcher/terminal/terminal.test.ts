import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProgressEvent } from '../../../config/progress.ts';
import { HEARTBEAT_EVERY_MS, LONG_WAIT_MS } from '../../../launcher/terminal/heartbeat.ts';
import { TerminalView } from '../../../launcher/terminal/terminal.ts';
import { NOTE_13, REDMI_7A } from '../regression/summaries.ts';
import { VirtualScreen } from './virtual-screen.ts';

const serial = 'emulator-5554';

function waiting(elapsedMs: number, what = 'the SMS code', of = serial): ProgressEvent {
  return { type: 'waiting', serial: of, step: 'sms-code', what, elapsedMs, budgetMs: 300_000 };
}

const STARTED = {
  type: 'step-started',
  serial,
  step: 'sms-code',
  title: 'Enter the code from the SMS',
  budgetMs: 300_000,
} as const;
const ENDED: ProgressEvent = {
  ...STARTED,
  type: 'step-ended',
  outcome: 'passed',
  serverMs: 3210,
  harnessMs: 790,
};
const ENDED_LINE =
  '✓ Enter the code from the SMS               4.0 s  (server 3.2 s, harness 0.8 s)';

function setUp({ live = true, columns = 80, rows = 24 } = {}) {
  const screen = new VirtualScreen(columns, rows);
  let nowMs = 1000;
  const view = new TerminalView(screen, { live, color: false, now: () => nowMs });
  /** Time passes, and the view is told so. */
  const pass = (ms: number): void => {
    nowMs += ms;
    view.tick();
  };
  const begin = (): void => {
    for (const phone of [NOTE_13, REDMI_7A]) {
      view.show({ type: 'test-started', serial: phone.serial, title: 't', spec: SPEC }, phone);
      nowMs += 1000;
    }
  };
  return { view, screen, pass, begin };
}

const SPEC = 'specs/sms-code/expired.spec.ts';

describe('live lines of a run', () => {
  it('have the wait with its time and its budget', () => {
    const { view, screen } = setUp();
    view.show(waiting(63_000));
    assert.match(screen.text, /^ {2}waiting for the SMS code +▰▰▱▱▱▱▱▱▱▱ 01:03 of 05:00$/);
  });

  it('go on counting while nothing is told', () => {
    const { view, screen, pass } = setUp();
    view.show(waiting(63_000));
    pass(2000);
    assert.match(screen.text, /01:05 of 05:00$/);
  });

  it('have one for each phone, in place', () => {
    const { view, screen, begin, pass } = setUp({ columns: 90 });
    begin();
    view.show(waiting(63_000, 'the SMS code', NOTE_13.serial), NOTE_13);
    pass(1000);
    assert.deepEqual(
      screen.text.split('\n').map((line) => line.replaceAll(/ {2,}/g, '  ')),
      [
        '  Redmi 红米 Note 13, zh-CN  waiting for the SMS code  ▰▰▱▱▱▱▱▱▱▱ 01:04 of 05:00',
        '  emulator-5556  sms-code/expired  00:02',
      ],
    );
  });

  it('count what a phone of a test does as that of the phone that the test has', () => {
    const { view, screen, begin, pass } = setUp();
    begin();
    view.show(waiting(1000, 'the SMS code', 'emulator-5600'), NOTE_13);
    pass(1000);
    assert.equal(screen.text.split('\n').length, 2);
  });

  it('leave with their phone', () => {
    const { view, screen, begin, pass } = setUp();
    begin();
    view.show({ type: 'worker-ended', serial: REDMI_7A.serial }, REDMI_7A);
    pass(1000);
    assert.doesNotMatch(screen.text, /5556/);
  });

  it('are below the steps that have ended', () => {
    const { view, screen } = setUp();
    view.status('starting …');
    view.show(STARTED);
    view.show(ENDED);
    assert.equal(screen.text, `${ENDED_LINE}\n  starting …`);
  });

  it('take the place of what was said before a phone was at work', () => {
    const { view, screen, pass } = setUp();
    view.status('starting …');
    view.show({ type: 'worker-began', serial: NOTE_13.serial }, NOTE_13);
    pass(1000);
    assert.match(screen.text, /^ {2}a session begins … +00:01$/);
  });

  it('end with what is done when the tests are over', () => {
    const { view, screen } = setUp();
    view.show({ type: 'publishing' });
    assert.equal(
      screen.text,
      '  the tests are over: masking what they left, and making the report …',
    );
  });

  it('are never more than the terminal is high', () => {
    const { view, screen, pass } = setUp({ rows: 8 });
    for (let phone = 1; phone <= 48; phone += 1) {
      view.show(waiting(phone * 1000, 'it', `phone-${String(phone)}`));
    }
    pass(1000);
    const lines = screen.text.split('\n');
    assert.equal(lines.length, 4);
    assert.match(lines[0] ?? '', /phone-46/);
    assert.equal(lines[3], '  and 45 more at work');
  });

  it('stay whole lines when the terminal was made narrower', () => {
    const { view, screen, pass } = setUp();
    view.show(waiting(1000));
    screen.reflow(40);
    pass(1000);
    assert.equal(screen.text, '  waiting for the SMS …  00:02 of 05:00');
  });

  it('take a terminal that says it is 0 columns wide for one of usual width', () => {
    let printed = '';
    const screen = { write: (text: string) => (printed += text), columns: 0 };
    const view = new TerminalView(screen, { live: true, color: false, now: () => 0 });
    view.show(waiting(0));
    assert.match(printed, /waiting for the SMS code .* 00:00 of 05:00$/);
  });
});

describe('a run in a log', () => {
  it('has no control characters', () => {
    const { view, screen } = setUp({ live: false });
    view.status('starting …');
    view.show(STARTED);
    view.show(waiting(LONG_WAIT_MS));
    view.show(ENDED);
    assert.doesNotMatch(screen.written, /[\r\u001B]/);
  });

  it('has nothing of a short wait', () => {
    const { view, screen } = setUp({ live: false });
    view.show(waiting(LONG_WAIT_MS - 1));
    assert.equal(screen.text, '');
  });

  it('says of a long wait what for, how long, and how long is left', () => {
    const { view, screen } = setUp({ live: false });
    view.show(waiting(83_000));
    assert.equal(screen.text, '  waiting for the SMS code … 01:23 of 05:00, 03:37 left');
  });

  it('says so again after a while', () => {
    const { view, screen, pass } = setUp({ live: false });
    view.show(waiting(LONG_WAIT_MS));
    for (let ms = 0; ms < 2 * HEARTBEAT_EVERY_MS; ms += 1000) pass(1000);
    const times = [...screen.text.matchAll(/(\d\d:\d\d) of/g)].map(([, time]) => time);
    assert.deepEqual(times, ['00:10', '00:40', '01:10']);
  });

  it('has few lines however many phones wait, those with the least time left', () => {
    const { view, screen, pass } = setUp({ live: false });
    view.show(waiting(0));
    for (let phone = 1; phone <= 16; phone += 1) {
      view.show(waiting(phone * 100, 'it', `phone-${String(phone)}`));
    }
    pass(LONG_WAIT_MS);
    assert.deepEqual(screen.text.split('\n'), [
      '  phone-14: waiting for it … 00:11 of 05:00, 04:48 left',
      '  phone-15: waiting for it … 00:11 of 05:00, 04:48 left',
      '  phone-16: waiting for it … 00:11 of 05:00, 04:48 left',
      '  and 14 more phones wait',
    ]);
  });

  it('never has a secret', () => {
    const { view, screen } = setUp({ live: false });
    view.show({ type: 'secret', kind: 'code', value: '318204' });
    assert.equal(screen.text, '');
  });

  it('names the phone of a step when there are several', () => {
    const { view, screen } = setUp({ live: false });
    for (const name of ['a', 'b']) {
      view.show({ type: 'phone-ready', serial: name, model: 'M', system: 'S' });
    }
    view.show({ ...ENDED, serial: 'b' });
    assert.match(screen.text, /^✓ b: Enter the code/m);
  });
});

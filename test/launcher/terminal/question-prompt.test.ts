import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import type { PictureAnswer } from '../../../config/operator.ts';
import { QuestionPrompt } from '../../../launcher/terminal/question-prompt.ts';
import { TerminalView } from '../../../launcher/terminal/terminal.ts';
import type { OpenQuestion } from '../../../operator/questions.ts';
import { VirtualScreen } from './virtual-screen.ts';

const WAITING = {
  type: 'waiting',
  serial: 'emulator-5554',
  step: 'picture-code',
  what: 'a person',
  budgetMs: 300_000,
} as const;

function question(id: string, rest: Partial<OpenQuestion> = {}): OpenQuestion {
  const picture = Buffer.from(`png of ${id}`);
  return { id, serial: `phone-${id}`, picture, untilMs: 0, askedAtMs: 0, ...rest };
}

/** Of the event loop, until what was typed has been read. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function setUp({ interactive = true, columns = 100 } = {}) {
  const screen = new VirtualScreen(columns);
  const source = new PassThrough();
  let nowMs = 0;
  const view = new TerminalView(screen, { live: interactive, color: false, now: () => nowMs });
  const answers: [id: string, answer: PictureAnswer][] = [];
  let interrupts = 0;
  const prompt = new QuestionPrompt({
    source,
    screen: interactive ? screen : undefined,
    view,
    color: false,
    bell: interactive,
    show: (picture) => [`picture: ${picture.toString()}`],
    onAnswer: (id, answer) => answers.push([id, answer]),
    onInterrupt: () => (interrupts += 1),
  });
  const type = async (text: string) => {
    source.write(text);
    await turns();
  };
  const waits = (elapsedMs: number) => {
    nowMs = elapsedMs;
    view.show({ ...WAITING, elapsedMs });
  };
  return { screen, source, view, prompt, answers, type, waits, interrupts: () => interrupts };
}

/** What a person sees, without the bar of the budget. */
function seen({ text }: VirtualScreen): string {
  return text.replace(/ +▱+ /, ' … ');
}

const ASKED = `? phone-a shows a picture: which text is in it?
  picture: png of a
`;
const PROMPT =
  'text of the picture (Enter alone: another picture, "phone": I typed it on the phone):';

describe('a question on a terminal', () => {
  it('shows the picture and the prompt below the live line', () => {
    const { prompt, waits, screen } = setUp();
    prompt.opened(question('a'));
    waits(1000);
    assert.equal(seen(screen), `${ASKED}  waiting for a person … 00:01 of 05:00\n${PROMPT}`);
  });

  it('asks for Enter alone where something is to be done on the phone', async () => {
    const { prompt, screen, type, answers } = setUp();
    prompt.opened(question('a', { onPhone: 'agree to it' }));
    assert.equal(
      screen.text,
      '? phone-a: on the phone, please agree to it.\n  picture: png of a\nEnter when it is done on the phone:',
    );
    await type('yes\n');
    assert.deepEqual(answers, [['a', { kind: 'typed-on-phone' }]]);
  });

  it('leaves what is typed and the cursor where they are when the live line is redrawn', async () => {
    const { prompt, waits, screen, type } = setUp();
    prompt.opened(question('a'));
    await type('k7');
    waits(1000);
    waits(2000);
    await type('w');
    assert.equal(seen(screen), `${ASKED}  waiting for a person … 00:02 of 05:00\n${PROMPT} k7w`);
    assert.equal(screen.beforeCursor, `${PROMPT} k7w`);
  });

  it('puts lines that stay above the live line and the prompt', async () => {
    const { prompt, waits, screen, type, view } = setUp();
    prompt.opened(question('a'));
    waits(1000);
    await type('k7');
    view.line('something else happened');
    await type('w');
    assert.equal(
      seen(screen),
      `${ASKED}something else happened\n  waiting for a person … 00:01 of 05:00\n${PROMPT} k7w`,
    );
  });

  it('keeps to its place when what is typed takes two rows', async () => {
    const { prompt, screen, type, view } = setUp();
    prompt.opened(question('a'));
    await type('x'.repeat(30));
    view.line('one');
    view.line('two');
    const typed = `${PROMPT} ${'x'.repeat(30)}`;
    assert.equal(screen.text, `${ASKED}one\ntwo\n${typed.slice(0, 100)}\n${typed.slice(100)}`);
  });

  it('has its hint on a line of its own where the terminal is narrow', () => {
    const { prompt, screen } = setUp({ columns: 80 });
    prompt.opened(question('a'));
    const hint = 'Enter alone: another picture, "phone": I typed it on the phone';
    assert.equal(screen.text, `${ASKED}  ${hint}\ntext of the picture:`);
  });

  it('takes the line for the answer, and leaves no trace of it', async () => {
    const { prompt, screen, type, answers } = setUp();
    prompt.opened(question('a'));
    await type(' k7wq \r');
    prompt.closed('a', 'terminal');
    assert.deepEqual(answers, [['a', { kind: 'text', text: 'k7wq' }]]);
    assert.equal(screen.text, `${ASKED}  phone-a: the answer goes to the phone.`);
  });

  it('rings once for each question', () => {
    const { prompt, screen } = setUp();
    prompt.opened(question('a'));
    prompt.opened(question('b'));
    assert.equal(screen.bells, 2);
  });

  it('waits while another one is shown, and is shown next', async () => {
    const { prompt, screen, type, answers } = setUp();
    prompt.opened(question('a'));
    prompt.opened(question('b'));
    assert.match(screen.text, /phone-b asks too: 1 more waits\./);
    await type('one\r');
    assert.match(screen.text, /phone-b shows a picture/);
    await type('two\r');
    assert.deepEqual(
      answers.map(([id]) => id),
      ['a', 'b'],
    );
  });

  it('disappears with what was typed when it is answered elsewhere, which is said', async () => {
    const { prompt, screen, type, answers } = setUp();
    prompt.opened(question('a'));
    await type('k7');
    prompt.closed('a', 'page');
    assert.equal(screen.text, `${ASKED}  phone-a: answered on the operator page.`);
    assert.deepEqual(answers, []);
  });

  it('is not taken for the next one by what is typed too late', async () => {
    const { prompt, screen, type, answers } = setUp();
    prompt.opened(question('a'));
    prompt.closed('a', 'answered-on-phone');
    await type('k7wq\n');
    assert.match(screen.text, /answered on the phone\.\n {2}Too late: nothing is asked here/);
    assert.deepEqual(answers, []);
  });

  it('says that an answer came too late when somebody was quicker', async () => {
    const { prompt, screen, type } = setUp();
    prompt.opened(question('a'));
    await type('k7wq\r');
    prompt.closed('a', 'page');
    assert.match(screen.text, /phone-a: too late, answered on the operator page\./);
  });

  it('hands Ctrl-C on', async () => {
    const { prompt, type, interrupts } = setUp();
    prompt.opened(question('a'));
    await type('\u0003');
    assert.equal(interrupts(), 1);
  });

  it('says where the operator page is, and why it is asked again', () => {
    const { prompt, screen } = setUp();
    prompt.pageAddress = 'http://127.0.0.1:1/x';
    prompt.opened(question('a', { note: 'The answer before was refused.' }));
    assert.match(screen.text, /refused\.\n {2}picture: .*\n {2}operator page: http:\/\/127/);
  });

  it('without a picture sends the person to the phone', () => {
    const { prompt, screen } = setUp();
    prompt.opened(question('a', { picture: undefined }));
    assert.match(screen.text, /Look at the phone/);
  });
});

describe('a question in a pipe', () => {
  it('is answered by the next line', async () => {
    const { prompt, screen, type, answers } = setUp({ interactive: false });
    prompt.opened(question('a'));
    assert.equal(screen.text, `${ASKED}${PROMPT}`);
    await type('k7wq\n');
    assert.deepEqual(answers, [['a', { kind: 'text', text: 'k7wq' }]]);
    assert.equal(screen.bells, 0);
  });

  it('is asked again when the line has control characters', async () => {
    const { prompt, type, answers } = setUp({ interactive: false });
    prompt.opened(question('a'));
    await type('k7\u001B[Dwq\n');
    assert.deepEqual(answers, []);
    await type('k7wq\n');
    assert.equal(answers.length, 1);
  });

  it('stays open for others when the input has ended, which is said once', async () => {
    const { prompt, screen, source } = setUp({ interactive: false });
    prompt.opened(question('a'));
    source.end();
    await turns();
    prompt.closed('a', 'page');
    prompt.opened(question('b'));
    assert.equal(screen.text.match(/its input has ended/g)?.length, 1);
    assert.match(screen.text, /phone-b shows a picture/);
  });
});

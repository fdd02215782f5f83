import type { BrowserContextOptions, Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { RealHarnessClock } from '../../config/clock.ts';
import type { PictureAnswer } from '../../config/operator.ts';
import { Questions, type OpenQuestion } from '../../operator/questions.ts';
import { OperatorServer } from '../../operator/server.ts';
import { FakeMjpeg } from './fake-mjpeg.ts';

/** Of what a test waits for, on a busy machine. */
const LIMIT_MS = 15_000;
const BUDGET_MS = 300_000;
const PHONES = [
  { serial: 'emulator-5554', model: 'Redmi 7A', system: 'MIUI 10, Android 9' },
  { serial: 'emulator-5556', model: 'Xiaomi 13', system: 'HyperOS 2, Android 15' },
] as const;

/** A picture of one colour: PNG by default, as questions have it. */
export function plainPicture(color: string, format: 'png' | 'jpeg' = 'png'): Promise<Buffer> {
  return sharp({ create: { width: 200, height: 80, channels: 3, background: color } })
    .toFormat(format)
    .toBuffer();
}

/** The operator page of a run of two phones in a browser, and the run's side of it. */
export class PageUnderTest {
  readonly questions = new Questions();
  readonly server = new OperatorServer({
    questions: this.questions,
    clock: new RealHarnessClock(),
  });
  readonly camera = new FakeMjpeg();
  /** In the order in which they were given, wherever. */
  readonly answers: (PictureAnswer & { id: string })[] = [];
  /** What the browser complained of. */
  readonly complaints: string[] = [];
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
    page.setDefaultTimeout(LIMIT_MS);
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    this.questions.on('answered', ({ id }, answer) => this.answers.push({ ...answer, id }));
  }

  static async open(browser: Browser, options: BrowserContextOptions = {}): Promise<PageUnderTest> {
    const opened = new PageUnderTest(await browser.newPage(options));
    const mjpegPort = await opened.camera.start();
    const address = await opened.server.start();
    opened.server.addPhone({ ...PHONES[0], mjpegPort });
    opened.server.addPhone(PHONES[1]);
    await opened.#page.goto(address);
    if (options.javaScriptEnabled !== false) await opened.#page.getByText('Redmi 7A').waitFor();
    return opened;
  }

  get page(): Page {
    return this.#page;
  }

  get input() {
    return this.#page.getByRole('textbox', { name: 'Text in the picture' });
  }

  get message() {
    return this.#page.locator('#message');
  }

  /** A phone asks. @param phone 0 or 1. */
  async ask(id: string, phone: 0 | 1 = 0, more: Partial<OpenQuestion> = {}): Promise<void> {
    const nowMs = Date.now();
    const { serial } = PHONES[phone];
    const picture = await plainPicture('#eeeeee');
    const times = { askedAtMs: nowMs, untilMs: nowMs + BUDGET_MS };
    this.questions.add({ id, serial, picture, ...times, ...more });
  }

  /** A step that goes on. */
  startStep(): void {
    const step = { step: 'sms-code', title: 'Enter the code from the SMS' } as const;
    const { serial } = PHONES[0];
    this.server.progress({ type: 'step-started', serial, ...step, budgetMs: BUDGET_MS });
    const waiting = { what: 'the SMS code', elapsedMs: 83_000, budgetMs: BUDGET_MS };
    this.server.progress({ type: 'waiting', serial, step: 'sms-code', ...waiting });
  }

  /** Resolves once an answer has come. */
  answered(): Promise<void> {
    return new Promise((resolve) => this.questions.once('answered', () => resolve()));
  }

  /** What the cursor is in, as people call it. */
  focused(): Promise<string> {
    return this.#page.evaluate(
      `(document.activeElement?.labels?.[0] ?? document.activeElement)?.textContent.trim() ?? ''`,
    );
  }

  async close(): Promise<void> {
    await this.#page.context().close();
    await this.server.end({ outcome: 'passed', durationMs: 1 });
    await this.camera.stop();
  }
}

import assert from 'node:assert/strict';
import { AdminServer } from '../../../emulator/admin/admin-server.ts';
import { account, PhoneUnderTest } from '../apps/phone-under-test.ts';

/** What stands in the number's field while something comes in between. */
export const TYPED = '2015550177';

const DEADLINE_MS = 10_000;

/** A phone on which somebody is about to sign up, and what happens to it, over its admin address. */
export class InterruptedPhone extends PhoneUnderTest {
  #admin: AdminServer | undefined;
  #url = '';

  override async start(options: { withService?: boolean } = {}): Promise<void> {
    await super.start(options);
    this.#admin = new AdminServer(this.system, (message) => assert.fail(message));
    ({ url: this.#url } = await this.#admin.start());
  }

  override async stop(): Promise<void> {
    await this.#admin?.stop();
    await super.stop();
  }

  /** To the page for a phone number, with one typed. */
  async toTypedNumber(): Promise<void> {
    await this.toPhonePage();
    await this.type(account('input'), TYPED);
  }

  /** Whether the page for a phone number is in the tree, with what was typed. */
  get isAtTypedNumber(): boolean {
    return this.find(account('input'))?.text === TYPED;
  }

  /** @returns the status, and what was said of a bad request. */
  async ask(method: string, path: string, body?: object): Promise<[status: number, said: string]> {
    assert.ok(this.#admin, 'the phone is off');
    const response = await fetch(this.#url + path, {
      method,
      headers: { authorization: `Bearer ${this.#admin.token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return [
      response.status,
      text === '' ? '' : String((JSON.parse(text) as { error?: string }).error),
    ];
  }

  /** Asks the admin address for what it does. */
  async make(method: string, path: string, body?: object): Promise<void> {
    assert.deepEqual(await this.ask(method, path, body), [204, '']);
  }

  /** What became of what the account app has sent about its number. */
  async answers(): Promise<{ readonly point: string; readonly answer: string }[]> {
    const response = await fetch(`${this.system.serviceUrl}/admin/submissions/+1${TYPED}`, {
      headers: { authorization: `Bearer ${this.service.adminToken}` },
    });
    const { submissions } = (await response.json()) as {
      submissions: { point: string; answer: string }[];
    };
    return submissions.map(({ point, answer }) => ({ point, answer }));
  }

  /** Waits until the service has a submission in that state. */
  async untilAnswer(expected: string): Promise<void> {
    const deadlineMs = Date.now() + DEADLINE_MS;
    for (;;) {
      const answers = await this.answers();
      if (answers.at(-1)?.answer === expected) return;
      assert.ok(Date.now() < deadlineMs, `no answer is ${expected}: ${JSON.stringify(answers)}`);
    }
  }

  /** A finger on a view of the active window. */
  tapId(id: string): Promise<void> {
    return this.make('POST', '/tap', { id });
  }
}

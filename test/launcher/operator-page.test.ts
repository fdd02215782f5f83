import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { loadSettings } from '../../config/settings.ts';
import { PortTakenError } from '../../launcher/errors.ts';
import { OperatorPage } from '../../launcher/operator-page.ts';
import type { Summary } from '../../launcher/summary.ts';
import { summaryOf } from './regression/summaries.ts';
import { Questions } from '../../operator/questions.ts';

const SUMMARY: Summary = {
  ...summaryOf([]),
  outcome: 'failed',
  tests: { passed: 0, failed: 1, skipped: 0 },
  error: { type: 'SmsNotReceivedError', category: 'sms', message: 'no SMS came' },
};

describe('the operator page of a run', () => {
  const served: OperatorPage[] = [];
  const start = async (env: Record<string, string>) => {
    const page = await OperatorPage.start(loadSettings(env), new Questions());
    if (page !== undefined) served.push(page);
    return page;
  };
  after(() => Promise.all(served.map((page) => page.end(SUMMARY, undefined))));

  for (const [what, env, isServed] of [
    ['is not there where nobody is asked', {}, false],
    ['is there for who wants to watch', { MI_WATCH: 'yes' }, true],
    ['is there where a person answers', { MI_PICTURE_CODE: 'ask' }, true],
    ['is there where a person is asked at last', { MI_OCR_FALLBACK: 'ask' }, true],
  ] as const) {
    it(what, async () => {
      assert.equal((await start(env)) !== undefined, isServed);
    });
  }

  it('refuses a port that another process has, by the name of the setting', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await assert.rejects(
      start({ MI_WATCH: 'yes', MI_OPERATOR_PORT: String(port) }),
      (error) => error instanceof PortTakenError && error.message.includes('MI_OPERATOR_PORT'),
    );
    other.close();
  });

  it('tells what came of the run', async () => {
    const page = await OperatorPage.start(loadSettings({ MI_WATCH: 'yes' }), new Questions());
    assert.ok(page);
    const { body } = await fetch(`${page.address}events`);
    await page.end(SUMMARY, '/reports/html/index.html');
    const text = await new Response(body).text();
    const [last = ''] = /"ended":.*/.exec(text) ?? [];
    assert.match(last, /"outcome":"failed".*index\.html.*SmsNotReceivedError: no SMS came/);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nightlyMarkdown } from '../../../launcher/nightly/markdown.ts';
import { aNight, failedTest, PASSED, phoneResult, stepTimes } from './nights.ts';

const lines = (night: Parameters<typeof aNight>[0]) => nightlyMarkdown(aNight(night)).split('\n');

describe('the night as Markdown', () => {
  it('begins with the verdict and the sum', () => {
    const [verdict, , sum] = lines({ run: 'https://ci.example/7' });
    assert.equal(verdict, '## Nightly: FAILED ❌');
    assert.equal(
      sum,
      '4 passed, 1 failed, 0 skipped on 1 phone in 1 min 30 s · [the run](https://ci.example/7)',
    );
    assert.equal(lines({ verdict: PASSED })[0], '## Nightly: PASSED ✅');
  });

  it('has a row for each rule, and what breaks one below it', () => {
    const text = lines({});
    assert.ok(
      text.includes(
        '| ❌ | `maxUnknownFailures` | `1 test failed of which nothing is known; at most 0 may` |',
      ),
    );
    const folded = text.indexOf('<summary>What breaks maxUnknownFailures</summary>');
    assert.equal(text[folded + 2], '- `Redmi 7A, ru: specs/sms-code/late.spec.ts`');
  });

  it('says of each failure where it was, and by what it is known', () => {
    const known = { reason: 'servers down', expires: '2027-03-31', link: null };
    const failures = [failedTest(), failedTest({ spec: null, known })];
    const { summary } = aNight();
    const text = lines({ summary: { ...summary, failures } });
    const error = '`SmsNotReceivedError: no SMS in 5 min`';
    assert.ok(
      text.includes(`| \`Redmi 7A, ru\` | \`specs/sms-code/late.spec.ts\` | ${error} |  |`),
    );
    assert.ok(
      text.includes(
        `| \`Redmi 7A, ru\` | \`a late SMS @regression\` | ${error} | \`servers down (until 2027-03-31)\` |`,
      ),
    );
  });

  it('calls nobody and breaks no table, whatever a text holds', () => {
    const { summary } = aNight();
    const failures = [failedTest({ spec: null, title: '@regression a|b `c`', error: 'x\n| y' })];
    const row = lines({ summary: { ...summary, failures } }).find((line) => line.includes('a\\|b'));
    assert.equal(row, "| `Redmi 7A, ru` | `@regression a\\|b 'c'` | `x \\| y` |  |");
  });

  it('stays shorter than an issue may be, however much fails', () => {
    const { summary } = aNight();
    const failures = Array.from({ length: 900 }, () => failedTest({ error: 'e'.repeat(400) }));
    const results = Array.from({ length: 64 }, () => phoneResult());
    const text = nightlyMarkdown(aNight({ summary: { ...summary, failures, results } }));
    assert.ok(text.length < 60_000, String(text.length));
    assert.match(text, /\n… and 860 more, in the report\.\n/);
  });

  it('says at its top that the servers had a slow day', () => {
    const pace = 'A slow day of the servers: 4.2 × the time of the 9 runs before.';
    assert.equal(lines({ words: { times: '', pace, isSlow: true } })[4], `**${pace}**`);
  });

  it('shows where the minutes went', () => {
    const steps = [
      { step: 'settings', title: 'Open Settings', times: stepTimes(0, 1000), phones: [] },
      { step: 'sms-code', title: 'Enter the code', times: stepTimes(60_000, 4000), phones: [] },
    ] as const;
    const text = lines({ times: { steps } });
    assert.ok(
      text.includes(
        'The servers took 4.0 s (50 %), the harness 4.0 s. The servers were not slow, compared with the 9 runs before.',
      ),
    );
    const rows = text.filter((line) => /^\| (Open|Enter)/.test(line));
    assert.deepEqual(rows, [
      '| Open Settings |  | 0.0 s | 0.0 s | 1.0 s | 1 % of 5 min 00 s |',
      `| Enter the code | \`${'█'.repeat(23)}░\` | 1 min 00 s | 2 min 00 s | 4.0 s | 43 % of 5 min 00 s |`,
    ]);
  });
});

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { label, Status, type TestResult } from 'allure-js-commons';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { addAttachment, startStep, endStep } from '@wdio/allure-reporter';
import { deviceNames } from '../../../launcher/device-names.ts';
import { CATEGORY_LABEL } from '../../../launcher/errors.ts';
import { reportProgress } from '../../../launcher/worker/report-progress.ts';
import { loadSettings } from '../../../config/settings.ts';
import type { PhoneOfRun } from '../../../launcher/run-folder.ts';
import { NO_INVENTORY, type Inventory } from '../../../config/inventory.ts';
import { phoneOfRun, ReportedRun } from './reported-run.ts';

let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'allure-results-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function results(): TestResult[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('-result.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as TestResult);
}

/** Runs one test on each phone of a run. @returns their results, by the phone's serial. */
async function ranOn(
  phones: readonly Pick<PhoneOfRun, 'serial' | 'model' | 'locale' | 'system'>[],
  { inventory = NO_INVENTORY, title = 'creates an account @smoke @regression' } = {},
): Promise<Map<string, TestResult>> {
  const names = deviceNames(phones, { ...loadSettings({}), inventory });
  const found = new Map<string, TestResult>();
  for (const [index, phone] of phones.entries()) {
    const deviceName = names[index] ?? '';
    const run = new ReportedRun(folder, phoneOfRun({ ...phone, deviceName }), { inventory });
    await run.test(title);
    await run.end();
    for (const result of results()) {
      const serial = result.labels.find(({ name }) => name === 'phone')?.value;
      if (serial === phone.serial) found.set(serial, result);
    }
    rmSync(folder, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'allure-results-'));
  }
  return found;
}

/**
 * What Allure 3 makes the id of a history of, whatever `historyId` says: the test case and the parameters
 * that are not excluded.
 */
function history({ testCaseId, historyId, parameters }: TestResult): string {
  const told = parameters.filter(({ excluded }) => excluded !== true);
  assert.equal(historyId, testCaseId);
  return JSON.stringify([testCaseId, told]);
}

const one = { model: 'Redmi 7A', locale: 'en-US', system: 'MIUI 10' };

describe('the history of a test', () => {
  it('goes on in the next run, though the phone is at another port', async () => {
    const first = await ranOn([{ ...one, serial: 'emulator-5554' }]);
    const next = await ranOn([{ ...one, serial: 'emulator-15702' }]);
    assert.equal(histories(first)[0], histories(next)[0]);
  });

  it('is another one on each of two like phones of a run, and goes on on both', async () => {
    const first = await ranOn(
      ['emulator-5554', 'emulator-5556'].map((serial) => ({ ...one, serial })),
    );
    const next = await ranOn(
      ['emulator-9998', 'emulator-10000'].map((serial) => ({ ...one, serial })),
    );
    assert.equal(new Set(histories(first)).size, 2);
    assert.deepEqual(histories(next), histories(first));
  });

  it('is that of the very phone where somebody keeps it, whichever others are there', async () => {
    const inventory: Inventory = {
      phones: ['a1', 'b2'].map((serial) => ({ serial, sims: [] })),
    };
    const both = await ranOn(
      ['a1', 'b2'].map((serial) => ({ ...one, serial })),
      { inventory },
    );
    const alone = await ranOn([{ ...one, serial: 'b2' }], { inventory });
    assert.deepEqual(histories(alone), histories(both).slice(1));
    assert.notEqual(histories(both)[0], histories(both)[1]);
  });

  it('is another one in another language, whichever way that was set', async () => {
    const serial = 'emulator-5554';
    const english = await ranOn([{ ...one, serial }]);
    const russian = await ranOn([{ ...one, serial, locale: 'ru-RU' }]);
    const set = await ranOn([{ ...one, serial, locale: 'ru' }]);
    assert.notEqual(histories(russian)[0], histories(english)[0]);
    assert.equal(histories(set)[0], histories(russian)[0]);
  });

  it('goes on after an update of the system', async () => {
    const serial = 'emulator-5554';
    const before = await ranOn([{ ...one, serial }]);
    const after = await ranOn([{ ...one, serial, system: 'MIUI 11' }]);
    assert.equal(histories(after)[0], histories(before)[0]);
  });

  it('goes on when the tags of the test change, and is another test’s under another title', async () => {
    const phones = [{ ...one, serial: 'emulator-5554' }];
    const tagged = await ranOn(phones, { title: 'creates an account @smoke' });
    const retagged = await ranOn(phones, { title: 'creates an account @slow @regression' });
    const other = await ranOn(phones, { title: 'creates no account @smoke' });
    assert.equal(histories(retagged)[0], histories(tagged)[0]);
    assert.notEqual(histories(other)[0], histories(tagged)[0]);
  });

  it('goes on though the session tells another name and version', async () => {
    const phone = phoneOfRun();
    for (const session of [{}, { device: 'Xiaomi', 'appium:platformVersion': '15' }]) {
      const run = new ReportedRun(folder, phone, { session });
      await run.test('creates an account');
      await run.end();
    }
    assert.equal(new Set(results().map(history)).size, 1);
  });

  it('has the test that was skipped, too', async () => {
    const run = new ReportedRun(folder, phoneOfRun());
    await run.test('creates an account @smoke');
    await run.test('creates an account @smoke [skipped: not tagged @live]', { skipped: true });
    await run.end();
    assert.equal(new Set(results().map(history)).size, 1);
    const skipped = results().find(({ status }) => status === Status.SKIPPED);
    assert.deepEqual(
      {
        name: skipped?.name,
        why: skipped?.statusDetails.message,
        suite: labelsOf(skipped)['parentSuite'],
      },
      { name: 'creates an account', why: 'Skipped: not tagged @live.', suite: ['Signing up'] },
    );
  });
});

/** In the order of the phones. */
function histories(found: ReadonlyMap<string, TestResult>): string[] {
  return [...found.values()].map(history);
}

/** The values of each label. */
function labelsOf(result: TestResult | undefined): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { name, value } of result?.labels ?? []) (found[name] ??= []).push(value);
  return found;
}

describe('a result', () => {
  async function resultOf(
    title: string,
    test: Parameters<ReportedRun['test']>[1] = {},
    inventory: Inventory = NO_INVENTORY,
  ): Promise<TestResult> {
    const run = new ReportedRun(folder, phoneOfRun({ profile: 'redmi-7a' }), { inventory });
    await run.test(title, test);
    await run.end();
    const [result] = results();
    assert.ok(result);
    return result;
  }

  it('says what was tested where', async () => {
    const found = labelsOf(await resultOf('creates an account @smoke @regression'));
    assert.deepEqual(
      [
        'phone',
        'model',
        'system',
        'profile',
        'language',
        'region',
        'target',
        'environment',
        'tag',
      ].map((name) => found[name]),
      [
        ['emulator-5554'],
        ['Redmi 7A (M1903C3EC)'],
        ['MIUI 10 (10.2.1.0.PCMCNXM), Android 9'],
        ['redmi-7a'],
        ['en-US'],
        ['cn'],
        ['emulated'],
        ['test'],
        ['smoke', 'regression'],
      ],
    );
  });

  for (const [tags, severity] of [
    ['@smoke @regression', 'critical'],
    ['@regression', 'normal'],
    ['@regression @slow', 'minor'],
  ] as const) {
    it(`of a test with ${tags} is ${severity}`, async () => {
      assert.deepEqual(labelsOf(await resultOf(`works ${tags}`))['severity'], [severity]);
    });
  }

  it('is owned by whose phone it is', async () => {
    const inventory = { phones: [{ serial: 'emulator-5554', owner: 'Li', sims: [] }] };
    assert.deepEqual(labelsOf(await resultOf('works', {}, inventory))['owner'], ['Li']);
  });

  it('on a phone that is nobody’s is owned by who looks after the spec’s folder', async () => {
    const result = await resultOf('works', { file: 'specs/sms-code/wrong.spec.ts' });
    assert.deepEqual(labelsOf(result)['owner'], ['specs/sms-code']);
  });

  it('links its spec, and the entry of its error', async () => {
    const error = new Error(
      'Nothing came.\n  more: docs/troubleshooting.md#server-slow\n  test: x',
    );
    const { links } = await resultOf('works', { error, file: 'specs/sms-code/wrong.spec.ts' });
    assert.deepEqual(
      links.map(({ url }) => url),
      ['../../specs/sms-code/wrong.spec.ts', '../../docs/troubleshooting.md#server-slow'],
    );
  });

  it('has the account app’s generation, once it was seen', async () => {
    const body = () =>
      reportProgress({ type: 'account-app', serial: 'emulator-5554', generation: 'classic' });
    assert.deepEqual(labelsOf(await resultOf('works', { body }))['generation'], ['classic']);
  });

  it('of a test with a phone of its own has the language of that one', async () => {
    const phone = { serial: 'emulator-5556', model: 'M', system: 'S', locale: 'ru-RU' };
    const body = () => reportProgress({ type: 'phone-ready', ...phone });
    const result = await resultOf('works', { body });
    assert.deepEqual(labelsOf(result)['language'], ['ru-RU']);
  });

  it('has with each step the server’s time and the harness’s', async () => {
    const body = async (): Promise<void> => {
      await startStep('Enter the code from the SMS');
      await reportProgress({
        ...{ type: 'step-ended', serial: 'emulator-5554', step: 'sms-code', title: '' },
        ...{ outcome: 'passed', serverMs: 61_000, harnessMs: 1200, budgetMs: 300_000 },
      });
      await endStep();
    };
    const { steps } = await resultOf('works', { body });
    assert.deepEqual(
      steps.map(({ name, parameters }) => [name, ...parameters.map(({ value }) => value)]),
      [['Enter the code from the SMS', 'server 1 min 01 s, harness 1.2 s, budget 5 min 00 s']],
    );
  });

  for (const [what, error, kept] of [
    ['passed has none of a failure that it expected', undefined, []],
    ['failed has that of each failure', new Error('no'), ['Screen at the failure']],
  ] as const) {
    it(`of a test that ${what}`, async () => {
      const body = async (): Promise<void> => {
        await startStep('Enter the code from the SMS');
        await addAttachment('Screen at the failure', 'a picture', 'text/plain');
        await endStep(Status.FAILED);
      };
      const { steps } = await resultOf('works', { body, error });
      const attached = steps.flatMap((step) => step.steps.map(({ name }) => name));
      const files = readdirSync(folder).filter((name) => name.includes('-attachment')).length;
      assert.deepEqual([attached, files], [kept, kept.length]);
    });
  }

  for (const [category, status] of [
    ['server-slow', 'failed'],
    ['harness', 'broken'],
  ] as const) {
    it(`of the category ${category} is ${status}, whatever its message says`, async () => {
      const body = async (): Promise<void> => await label(CATEGORY_LABEL, category);
      const found = async (message: string) =>
        await resultOf('works', { body, error: new Error(message) });
      const results = [await found('expected: it'), await found('no')];
      assert.deepEqual(
        results.map((result) => [result.status, labelsOf(result)[CATEGORY_LABEL]]),
        [0, 1].map(() => [status, [category]]),
      );
    });
  }

  it('of a test whose hook failed says so, and of which category that is', async () => {
    const hookError = Object.assign(new Error('No phone.'), { category: 'set-up' });
    const result = await resultOf('works', { hookError });
    assert.deepEqual(
      [result.status, result.statusDetails.message, labelsOf(result)[CATEGORY_LABEL]],
      ['broken', 'No phone.', ['set-up']],
    );
  });
});

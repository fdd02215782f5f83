import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeEnvironment } from '../../../launcher/allure-fallback.ts';
import type { AllureResult } from '../../../launcher/report/allure-files.ts';
import { writeSummary, type Shard, type Summary } from '../../../launcher/summary.ts';
import { failureOn, passedIn, REDMI_7A, summaryOf } from '../regression/summaries.ts';

export const START_MS = Date.UTC(2027, 0, 10, 2);
const DURATION_MS = 18_843;

/** A test as `@wdio/allure-reporter` leaves it; recorded of a sign-up, with one of its steps. */
export function recordedResult(
  name: string,
  status: 'passed' | 'failed' = 'passed',
  startMs = START_MS,
): AllureResult & { uuid: string; attachment: string } {
  const attachment = `${randomUUID()}-attachment.png`;
  const id = `id of ${name}`;
  const step = {
    status,
    statusDetails: {},
    stage: 'finished',
    name: 'Open Settings and tap Mi Account',
    steps: [],
    attachments: [{ name: 'Screen', source: attachment, type: 'image/png' }],
    parameters: [],
    start: startMs + 245,
    stop: startMs + 6831,
  };
  return {
    uuid: randomUUID(),
    name,
    historyId: id,
    testCaseId: id,
    fullName: `specs/sign-up.spec.ts#Signing up.${name} @smoke`,
    titlePath: ['specs', 'sign-up.spec.ts', 'Signing up'],
    status,
    statusDetails: status === 'failed' ? { message: 'SmsNotReceivedError: no SMS came' } : {},
    stage: 'finished',
    steps: [step],
    attachments: [],
    parameters: [{ name: 'device', value: REDMI_7A.model }],
    labels: [
      { name: 'parentSuite', value: 'Signing up' },
      { name: 'package', value: 'specs.sign-up.spec.ts' },
      { name: 'phone', value: REDMI_7A.serial },
      { name: 'model', value: REDMI_7A.model },
      ...(status === 'failed' ? [{ name: 'failure', value: 'sms' }] : []),
    ],
    links: [],
    start: startMs,
    stop: startMs + DURATION_MS,
    attachment,
  } as AllureResult & { uuid: string; attachment: string };
}

/** 1 × 1 pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What a run on one phone publishes, but for its HTML report. */
export function publishRun(
  folder: string,
  results: readonly ReturnType<typeof recordedResult>[],
  { shard = null, runId, startMs = START_MS }: RunToPublish,
): Summary {
  for (const name of ['allure-results', 'junit', 'logs']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  for (const { attachment, ...result } of results) {
    const path = join(folder, 'allure-results', `${result.uuid}-result.json`);
    writeFileSync(path, JSON.stringify(result));
    writeFileSync(join(folder, 'allure-results', attachment), PICTURE);
  }
  writeEnvironment(join(folder, 'allure-results'), { node: 'v20', 'left out': runId });
  writeFileSync(join(folder, 'junit', 'wdio-0-0.xml'), '<testsuites/>');
  writeFileSync(join(folder, 'logs', 'appium.log'), runId);
  const failed = results.filter(({ status }) => status === 'failed');
  const summary: Summary = {
    ...summaryOf([
      { ...passedIn(REDMI_7A, results.length - failed.length, DURATION_MS), failed: failed.length },
    ]),
    runId,
    shard,
    startedAt: new Date(startMs).toISOString(),
    failures: failed.map(({ name }) => ({ ...failureOn(REDMI_7A), title: `Signing up.${name}` })),
  };
  writeSummary(join(folder, 'summary.json'), summary);
  return summary;
}

interface RunToPublish {
  runId: string;
  shard?: Shard | null;
  startMs?: number;
}

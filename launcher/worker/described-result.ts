import { createHash } from 'node:crypto';
import { Status, type Label, type StepResult, type TestResult } from 'allure-js-commons';
import { getSuiteLabels } from 'allure-js-commons/sdk/reporter';
import type { ErrorCategory } from '../../config/errors.ts';
import type { Settings } from '../../config/settings.ts';
import { sourceAddress } from '../../config/source-address.ts';
import { severityOf, tagsIn, withoutTags } from '../../config/test-tags.ts';
import { TROUBLES, troubleshootingPath } from '../../config/troubleshooting.ts';
import { CATEGORY_LABEL } from '../errors.ts';
import type { PhoneOfRun } from '../run-folder.ts';

/** What is known of a test's result beside what the test itself came to. */
export interface ResultFacts {
  readonly phone: Pick<
    PhoneOfRun,
    'deviceName' | 'serial' | 'model' | 'system' | 'profile' | 'environment' | 'locale' | 'region'
  >;
  readonly settings: Pick<Settings, 'target' | 'inventory'>;
}

/** As `test-gate.ts` writes why a test is skipped, for want of another way to tell reporters. */
const SKIPPED = /\s*\[skipped: (.*)\]$/;
/** By which the reporter tells apart where a test runs: a phone, by what its session answered. */
const WHERE = ['device', 'browser'];

/** Failures that say nothing of the product and its servers. */
const OURS = new Set<string>(['phone-lost', 'set-up', 'harness'] satisfies ErrorCategory[]);

/**
 * Completes a result before it is written: who it is in the history, what it is called, and the labels and
 * links by which a reader finds out what was tested where.
 *
 * A history is that of a test's title, without its tags, on a phone of one name. Where the spec file lies,
 * which port or cable the phone hangs at, and which system it has, are not part of it: after an update the
 * history goes on, and shows what the update broke.
 */
export function describeResult(result: TestResult, facts: ResultFacts): void {
  const { file, title } = partsOf(result.fullName ?? '');
  const [, reason] = SKIPPED.exec(title) ?? [];
  result.name = plain(result.name ?? '');
  if (reason !== undefined) result.statusDetails = { message: `Skipped: ${reason}.` };
  if (title !== '') {
    result.fullName = `${file}#${plain(title)}`;
    // Allure makes the history's id of this one and of the parameters that are not excluded.
    result.testCaseId = md5(`${plain(title)}#${facts.phone.deviceName}`);
    result.historyId = result.testCaseId;
  }
  result.parameters = [
    { name: 'device', value: facts.phone.deviceName },
    ...result.parameters.filter(({ name }) => !WHERE.includes(name)),
  ];
  // The phone's language is meant, not the one that the test is written in.
  const own = result.labels.filter(({ value }) => value !== 'javascript');
  const added = [
    ...labelsOf(file, title, facts),
    ...categoryOf(result),
    ...suitesOf(result, file),
  ].filter(({ name }) => name === 'tag' || !own.some((label) => label.name === name));
  // The first few are shown without a further click.
  result.labels = [...added, ...own];
  if (hasFailed(result)) result.status = statusOf(result.labels);
  result.links = [...result.links, ...linksOf(file, result.statusDetails.message ?? '')];
}

/**
 * Takes the evidence of failures that a test expected out of its result, once it has passed: nobody looks
 * for it, and it is most of what there is.
 * @returns the files that are of no use any more, by their names in the folder of results.
 */
export function dropEvidence(result: TestResult): string[] {
  return result.status === Status.PASSED ? result.steps.flatMap(dropped) : [];
}

function dropped(step: StepResult): string[] {
  if (step.status !== Status.FAILED) return step.steps.flatMap(dropped);
  const sources = [step, ...step.steps].flatMap(({ attachments }) =>
    attachments.map(({ source }) => source),
  );
  step.attachments = [];
  step.steps = step.steps.filter(({ attachments }) => attachments.length === 0);
  return [...sources, ...step.steps.flatMap(dropped)];
}

/** Of a full name as the reporter writes it, `specs/sign-up.spec.ts#Suite.title @tags`. */
function partsOf(fullName: string): { file: string; title: string } {
  const at = fullName.indexOf('#');
  return { file: fullName.slice(0, Math.max(0, at)), title: fullName.slice(at + 1) };
}

function plain(title: string): string {
  return withoutTags(title.replace(SKIPPED, ''));
}

/** The reporter leaves them out of a skipped test, which then stands in no suite. */
function suitesOf({ titlePath = [] }: TestResult, file: string): Label[] {
  return file === '' ? [] : getSuiteLabels(titlePath.slice(file.split('/').length));
}

/** @returns without those that are not known. */
function labelsOf(file: string, title: string, { phone, settings }: ResultFacts): Label[] {
  const tags = tagsIn(title.replace(SKIPPED, ''));
  const { inventory, target } = settings;
  const kept = inventory.phones.find(({ serial }) => serial === phone.serial);
  const values = {
    phone: phone.serial,
    model: phone.model,
    profile: phone.profile,
    system: phone.system,
    language: phone.locale,
    region: phone.region,
    target,
    environment: phone.environment,
    severity: severityOf(tags),
    owner: kept?.owner ?? areaOf(file),
  };
  return [
    ...Object.entries(values).flatMap(([name, value]) => (value ? [{ name, value }] : [])),
    ...tags.map((value) => ({ name: 'tag', value })),
  ];
}

/** Whoever looks after the specs of a folder owns a test on a phone that is nobody's. */
function areaOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

/** A hook outside of a test that failed tells no category of its own. */
function categoryOf(result: TestResult): Label[] {
  return hasFailed(result) ? [{ name: CATEGORY_LABEL, value: 'harness' }] : [];
}

function hasFailed({ status }: TestResult): boolean {
  return status === Status.FAILED || status === Status.BROKEN;
}

/**
 * A test has failed if the product or its servers did not do what it says, and is broken if nothing came to
 * light about them. The reporter goes by whether the message has the word “expect” in it.
 */
function statusOf(labels: readonly Label[]): Status {
  const isOurs = labels.some(({ name, value }) => name === CATEGORY_LABEL && OURS.has(value));
  return isOurs ? Status.BROKEN : Status.FAILED;
}

function linksOf(file: string, message: string): TestResult['links'] {
  const trouble = TROUBLES.find((id) =>
    new RegExp(`${troubleshootingPath(id)}(?![\\w-])`).test(message),
  );
  return [
    ...(file === '' ? [] : [file]),
    ...(trouble === undefined ? [] : [troubleshootingPath(trouble)]),
  ].map((path) => ({ name: path, url: sourceAddress(path) }));
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

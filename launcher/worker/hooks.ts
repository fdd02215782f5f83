import { label, parameter } from 'allure-js-commons';
import { setTimeout as delay } from 'node:timers/promises';
import { RealHarnessClock } from '../../config/clock.ts';
import type { ProgressSink } from '../../config/progress.ts';
import {
  findRunContext,
  setRunContext,
  type PictureReader,
  type SecondPhoneOfRun,
  type RunContext,
} from '../../config/run-context.ts';
import { openBridge } from '../../device/open-bridge.ts';
import { PictureCodeReader } from '../../vision/picture-code.ts';
import { sureAnswers } from '../../vision/sure-answers.ts';
import { maskError } from '../errors.ts';
import { noteMissing } from '../evidence/failure.ts';
import { logLength } from '../evidence/log-span.ts';
import type { AssignedCapabilities } from '../fleet/assignment.ts';
import type { RunFolder } from '../run-folder.ts';
import { cleanUps, runCleanUps } from './clean-ups.ts';
import { attachEvidence, isLoss, noteCategory } from './failure.ts';
import { linkWorker, type LimitConfig } from './link.ts';
import { AllureObserver } from './observer.ts';
import { reportProgress } from './report-progress.ts';
import { workerState, type WorkerLink } from './state.ts';

/** WebDriver's own error often comes just before the news that the phone is gone. */
const NEWS_GRACE_MS = 1000;

/** Hook `beforeSession`. */
export async function beforeSession(
  folder: RunFolder,
  config: LimitConfig,
  capabilities: AssignedCapabilities,
  worker: string,
): Promise<void> {
  await linkWorker(folder, config, capabilities, worker);
  workerState().appiumLogBytes = logLength(folder.appiumLog);
}

/** Hook `before`: gives the specs their context. */
export function before(folder: RunFolder, driver: WebdriverIO.Browser): void {
  const state = workerState();
  const { link } = state;
  if (link === undefined) return;
  const { client, masker, phone, run, settings } = link;
  const progress: ProgressSink = {
    emit(event) {
      if (event.type === 'secret') masker.addSecret(event.value, event.kind);
      client.emit(event);
      void reportProgress(event);
    },
  };
  let pictureReader: PictureReader | undefined;
  if (settings.pictureCode === 'ocr') {
    pictureReader = sureAnswers(new PictureCodeReader(phone.environment, state.textEngine));
    state.textEngine.warmUp();
  }
  setRunContext({
    runId: run.runId,
    settings,
    phone,
    smsSerial: phone.smsSerial,
    secondPhone: secondPhoneOf(link),
    progress,
    masker,
    observer: new AllureObserver({
      driver,
      masker,
      progress,
      clock: new RealHarnessClock(),
      evidence: settings.evidence,
      attachEvidence: (failure) => attachEvidence(folder, driver, failure),
    }),
    pictureReader,
    operator: client,
    operatorPage: run.operatorPage,
    logsDir: folder.logs,
    cleanUps: phone.environment === 'test' ? undefined : cleanUps,
    signal: state.stop.signal,
  });
}

function secondPhoneOf({ run, assignment }: WorkerLink): SecondPhoneOfRun | undefined {
  const second = run.phones.find(({ serial }) => serial === assignment?.second);
  if (second === undefined) return undefined;
  const { serial, model, system, environment, withoutAdb, locale, number, simSlot, ports } = second;
  const phone = { serial, model, system, environment, withoutAdb, locale };
  return { phone, number, simSlot, ports };
}

/** Hook `beforeTest`: notes where the logs are, and says in the report where the test was before. */
export async function beforeTest(driver: WebdriverIO.Browser): Promise<void> {
  const state = workerState();
  state.evidenceOf = undefined;
  state.failure = undefined;
  const { link } = state;
  const context = findRunContext();
  if (context === undefined || link === undefined) return;
  const { phone, progress } = context;
  // A phone that an earlier test of this worker had started took the session along.
  if ((driver.sessionId as string | undefined) === undefined) {
    const requested = driver.requestedCapabilities as WebdriverIO.Capabilities;
    await driver.reloadSession({ ...requested, 'appium:udid': phone.serial });
  }
  const { moved } = link.assignment ?? {};
  if (moved !== undefined) {
    await parameter('moved from', `${moved.from}, because of ${moved.reason}`, { excluded: true });
    await label('moved', moved.from);
  }
  let phoneTime: string | undefined;
  try {
    phoneTime = await openBridge(phone, driver).logTime();
  } catch (error) {
    noteMissing(progress, 'time of the phone', error);
  }
  state.testStart = {
    atMs: new RealHarnessClock().now(),
    phoneTime,
  };
}

interface TestResult {
  passed: boolean;
  skipped?: boolean;
  error?: unknown;
}

/**
 * Hook `afterTest`: attaches evidence to a failed test, and says what stopped it; then leaves the phone
 * as the test found it.
 */
export async function afterTest(
  folder: RunFolder,
  driver: WebdriverIO.Browser,
  result: TestResult,
): Promise<void> {
  const context = findRunContext();
  if (context === undefined) return;
  if (!result.passed && result.skipped !== true) await explain(folder, driver, result, context);
  await runCleanUps(context);
  workerState().appiumLogBytes = logLength(folder.appiumLog);
}

async function explain(
  folder: RunFolder,
  driver: WebdriverIO.Browser,
  result: TestResult,
  context: RunContext,
): Promise<void> {
  const { stop } = workerState();
  if (!stop.signal.aborted) await delay(NEWS_GRACE_MS);
  if (stop.signal.aborted) nameCause(result.error, stop.signal.reason);
  if (workerState().evidenceOf !== result.error) await attachEvidence(folder, driver);
  await noteCategory(stop.signal.aborted ? stop.signal.reason : result.error);
  // Mocha passes this very object on to the terminal and to every reporter.
  maskError(result.error, context.masker);
}

/** Hook `after`: the session has run its tests. */
export async function after(driver: WebdriverIO.Browser): Promise<void> {
  const { stop, textEngine } = workerState();
  await textEngine.close();
  // A lost phone does not answer any more; the launching process clears up after Appium.
  if (isLoss(stop.signal)) Object.assign(driver, { sessionId: undefined });
}

/** The test's error stays what the report shows, headed by what really happened. */
function nameCause(error: unknown, cause: unknown): void {
  if (!(error instanceof Error) || !(cause instanceof Error) || error === cause) return;
  error.message = `${cause.message}\n\nIt showed first as ${error.name}: ${error.message}`;
  error.name = cause.name;
}

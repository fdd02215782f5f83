import { existsSync } from 'node:fs';
import { addAttachment } from '@wdio/allure-reporter';
import type { Masker } from '../../config/masker.ts';
import type { ProgressSink } from '../../config/progress.ts';
import type { PhoneBridge } from '../../device/bridge.ts';
import type { ScreenTextReader } from '../../vision/screen-text.ts';
import { limited } from './limited.ts';
import { lastBytes } from './log-span.ts';
import { withoutTrees } from './log-trees.ts';
import { maskSource } from './mask-source.ts';
import {
  blurredPicture,
  captureScreen,
  sourceOfAllWindows,
  type ScreenCapture,
  type ScreenDriver,
} from './screen.ts';
import { secretsOf } from './secrets.ts';
import { sessionLog } from './session-log.ts';
import { tellsNoText, textShownOn } from './shown-text.ts';

/** Of each log, what fits a screenful of scrolling; the whole Appium log is in `reports/logs/`. */
const MAX_LOG_BYTES = 256 * 1024;
/** A page source of a phone that answers takes about a second. */
const PART_LIMIT_MS = 6000;

export interface FailureScene {
  driver: ScreenDriver;
  bridge: PhoneBridge;
  masker: Masker;
  progress: ProgressSink;
  /** The phone's time when the test began, absent when it did not say. */
  phoneStart: string | undefined;
  /** Of the whole run, and where it was when the test before had ended. */
  appiumLog: { path: string; fromByte: number };
  /** WebDriver's id of the session; absent when there is none. */
  sessionId: string | undefined;
  /** The SMS of the phone that gets them, without texts and codes. */
  smsHeaders: () => Promise<string>;
  /** Whether the phone and Appium can still be asked. */
  reachable: boolean;
  /** Reads the screen where its tree tells no text. */
  textReader: Pick<ScreenTextReader, 'read'>;
  /** What the flow saw and expected, absent for a failure outside of a flow. */
  recognised: string | undefined;
}

/**
 * Attaches to the running step, or test, what helps to understand its failure: the screen, its tree,
 * what the flow took it for, the phone's SMS, its log, and Appium's of the session, for the time of the test. Every part is tried
 * by itself and takes a few seconds at most, and the phone's bridge is asked while its screen is; one that cannot be had
 * is noted, and never hides the test's own error.
 * @returns the picture of the screen, blurred: PNG.
 */
export async function attachFailureEvidence(scene: FailureScene): Promise<Buffer | undefined> {
  const [picture] = await Promise.all([
    attachScreen(scene),
    attachPhoneLog(scene),
    attachSms(scene),
    attachOwnRecords(scene),
  ]);
  return picture;
}

async function attachScreen(scene: FailureScene): Promise<Buffer | undefined> {
  if (!scene.reachable) return undefined;
  const { driver, masker, progress } = scene;
  const secrets = secretsOf(masker, progress);
  let picture: Buffer | undefined;
  let capture: ScreenCapture | undefined;
  await part(scene, 'screenshot', async () => {
    capture = await captureScreen(driver, secrets);
    picture = await blurredPicture(capture);
    await addAttachment('Screen at the failure', picture, 'image/png');
  });
  let source: string | undefined;
  await part(scene, 'page source', async () => {
    const clear = capture?.source ?? (await sourceOfAllWindows(driver, secrets));
    ({ source } = maskSource(clear, masker));
    await addAttachment('Page source at the failure', source, 'application/xml');
  });
  if (picture !== undefined && source !== undefined && tellsNoText(source)) {
    await attachShownText(scene, picture);
  }
  return picture;
}

/** Where the tree is silent, what the picture shows can be searched for and compared at least. */
async function attachShownText(scene: FailureScene, picture: Buffer): Promise<void> {
  await part(scene, 'text on the screen', async () => {
    const text = await textShownOn(picture, scene.textReader);
    if (text === undefined) return;
    const name = 'Text on the screen at the failure, read from its picture';
    await addAttachment(name, scene.masker.mask(text), 'text/plain');
  });
}

async function attachPhoneLog(scene: FailureScene): Promise<void> {
  if (!scene.reachable) return;
  const { bridge, masker, phoneStart } = scene;
  await part(scene, 'log of the phone', async () => {
    if (phoneStart === undefined) throw new Error("the phone's time was not known");
    const log = lastBytes(await bridge.logSince(phoneStart), MAX_LOG_BYTES);
    await addAttachment('Log of the phone during the test', masker.mask(log), 'text/plain');
  });
}

async function attachSms(scene: FailureScene): Promise<void> {
  if (!scene.reachable) return;
  await part(scene, 'list of SMS', async () => {
    const headers = scene.masker.mask(await scene.smsHeaders());
    await addAttachment('SMS around the test, without their texts', headers, 'text/plain');
  });
}

/** What needs no phone any more. */
async function attachOwnRecords(scene: FailureScene): Promise<void> {
  const { appiumLog, masker, recognised, sessionId } = scene;
  if (recognised !== undefined) {
    await addAttachment('What the harness saw and expected', masker.mask(recognised), 'text/plain');
  }
  // An Appium somewhere else keeps its log there.
  if (sessionId === undefined || !existsSync(appiumLog.path)) return;
  await part(scene, 'log of Appium', async () => {
    const { path, fromByte } = appiumLog;
    const log = withoutTrees(sessionLog(path, sessionId, { fromByte, maxBytes: MAX_LOG_BYTES }));
    await addAttachment('Log of Appium for the session', masker.mask(log), 'text/plain');
  });
}

async function part(
  scene: FailureScene,
  what: string,
  collect: () => Promise<void>,
): Promise<void> {
  try {
    await limited(PART_LIMIT_MS, collect());
  } catch (error) {
    noteMissing(scene.progress, what, error);
  }
}

/** Says in the report and on the terminal that a piece of evidence could not be had, and why. */
export function noteMissing(progress: ProgressSink, what: string, error: unknown): void {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  // WebdriverIO adds the command to what the phone answered.
  const reason = line.replace(/^WebDriverError: | when running "[^"]*" with method "\w+"$/g, '');
  progress.emit({ type: 'note', text: `no ${what} for the report: ${reason}` });
}

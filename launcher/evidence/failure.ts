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

interface Attachment {
  readonly name: string;
  readonly content: Buffer | string;
  readonly type: string;
}

/**
 * Attaches to the running step, or test, what helps to understand its failure, in the order in which it is
 * read: the screen, what the flow took it for, the phone's SMS, the screen's tree, its log, and Appium's of the
 * session, for the time of the test. Every part is tried by itself and takes a few seconds at most, and the
 * phone's bridge is asked while its screen is; one that cannot be had is noted, and never hides the test's own
 * error.
 * @returns the picture of the screen, blurred: PNG.
 */
export async function attachFailureEvidence(scene: FailureScene): Promise<Buffer | undefined> {
  const [{ picture, screen, source }, phoneLog, sms, appiumLog] = await Promise.all([
    screenAndSource(scene),
    logOfPhone(scene),
    headersOfSms(scene),
    logOfAppium(scene),
  ]);
  const inOrder = [screen, seenByFlow(scene), sms, source, phoneLog, appiumLog];
  for (const { name, content, type } of inOrder.flat()) await addAttachment(name, content, type);
  return picture;
}

interface Screen {
  readonly picture: Buffer | undefined;
  readonly screen: readonly Attachment[];
  readonly source: readonly Attachment[];
}

async function screenAndSource(scene: FailureScene): Promise<Screen> {
  if (!scene.reachable) return { picture: undefined, screen: [], source: [] };
  const { driver, masker, progress } = scene;
  const secrets = secretsOf(masker, progress);
  let picture: Buffer | undefined;
  let capture: ScreenCapture | undefined;
  const screen = await part(scene, 'screenshot', async () => {
    capture = await captureScreen(driver, secrets);
    picture = await blurredPicture(capture);
    return { name: 'Screen at the failure', content: picture, type: 'image/png' };
  });
  let tree: string | undefined;
  const source = await part(scene, 'page source', async () => {
    const clear = capture?.source ?? (await sourceOfAllWindows(driver, secrets));
    tree = maskSource(clear, masker).source;
    return { name: 'Page source at the failure', content: tree, type: 'application/xml' };
  });
  const isSilent = picture !== undefined && tree !== undefined && tellsNoText(tree);
  const texts = isSilent ? await shownText(scene, picture) : [];
  return { picture, screen: [...screen, ...texts], source };
}

/** Where the tree is silent, what the picture shows can be searched for and compared at least. */
function shownText(scene: FailureScene, picture: Buffer | undefined): Promise<Attachment[]> {
  return part(scene, 'text on the screen', async () => {
    const text = picture && (await textShownOn(picture, scene.textReader));
    if (text === undefined) return undefined;
    const name = 'Text on the screen at the failure, read from its picture';
    return { name, content: scene.masker.mask(text), type: 'text/plain' };
  });
}

async function logOfPhone(scene: FailureScene): Promise<Attachment[]> {
  if (!scene.reachable) return [];
  const { bridge, masker, phoneStart } = scene;
  return part(scene, 'log of the phone', async () => {
    if (phoneStart === undefined) throw new Error("the phone's time was not known");
    const log = masker.mask(lastBytes(await bridge.logSince(phoneStart), MAX_LOG_BYTES));
    return { name: 'Log of the phone during the test', content: log, type: 'text/plain' };
  });
}

async function headersOfSms(scene: FailureScene): Promise<Attachment[]> {
  if (!scene.reachable) return [];
  return part(scene, 'list of SMS', async () => {
    const content = scene.masker.mask(await scene.smsHeaders());
    return { name: 'SMS around the test, without their texts', content, type: 'text/plain' };
  });
}

function seenByFlow({ masker, recognised }: FailureScene): Attachment[] {
  if (recognised === undefined) return [];
  const content = masker.mask(recognised);
  return [{ name: 'What the harness saw and expected', content, type: 'text/plain' }];
}

async function logOfAppium(scene: FailureScene): Promise<Attachment[]> {
  const { appiumLog, masker, sessionId } = scene;
  // An Appium somewhere else keeps its log there.
  if (sessionId === undefined || !existsSync(appiumLog.path)) return [];
  return part(scene, 'log of Appium', () => {
    const { path, fromByte } = appiumLog;
    const log = withoutTrees(sessionLog(path, sessionId, { fromByte, maxBytes: MAX_LOG_BYTES }));
    const name = 'Log of Appium for the session';
    return Promise.resolve({ name, content: masker.mask(log), type: 'text/plain' });
  });
}

/** @returns nothing where it could not be had, which is noted. */
async function part(
  scene: FailureScene,
  what: string,
  collect: () => Promise<Attachment | undefined>,
): Promise<Attachment[]> {
  try {
    const attachment = await limited(PART_LIMIT_MS, collect());
    return attachment === undefined ? [] : [attachment];
  } catch (error) {
    noteMissing(scene.progress, what, error);
    return [];
  }
}

/** Says in the report and on the terminal that a piece of evidence could not be had, and why. */
export function noteMissing(progress: ProgressSink, what: string, error: unknown): void {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  // WebdriverIO adds the command to what the phone answered.
  const reason = line.replace(/^WebDriverError: | when running "[^"]*" with method "\w+"$/g, '');
  progress.emit({ type: 'note', text: `no ${what} for the report: ${reason}` });
}

import { label } from 'allure-js-commons';
import { RealHarnessClock } from '../../config/clock.ts';
import { categoryOf } from '../../config/errors.ts';
import { findRunContext, type StepFailure } from '../../config/run-context.ts';
import { PhoneLostError } from '../../device/errors.ts';
import { openBridge } from '../../device/open-bridge.ts';
import { ScreenTextReader } from '../../vision/screen-text.ts';
import { CATEGORY_LABEL, errorInfo } from '../errors.ts';
import { attachFailureEvidence } from '../evidence/failure.ts';
import { smsHeaders } from '../evidence/sms-headers.ts';
import type { RunFolder } from '../run-folder.ts';
import { workerState } from './state.ts';

const clock = new RealHarnessClock();

/**
 * Attaches the evidence of a failure where it happens, before a spec tidies up. A spec may expect one, so that
 * a test can have several.
 * @param failure of a step; absent for a failure outside of a flow.
 * @returns the picture of the screen, blurred.
 */
export async function attachEvidence(
  folder: RunFolder,
  driver: WebdriverIO.Browser,
  failure?: StepFailure,
): Promise<Buffer | undefined> {
  const state = workerState();
  const { stop, testStart } = state;
  const context = findRunContext();
  if (context === undefined) return undefined;
  state.evidenceOf = failure?.error;
  const { phone } = context;
  const smsSerial = failure?.smsSerial ?? phone.serial;
  // Another phone than that of the session is reached by adb or not at all.
  const smsPhone = smsSerial === phone.serial ? phone : { serial: smsSerial };
  return attachFailureEvidence({
    textReader: new ScreenTextReader(state.textEngine),
    driver,
    bridge: openBridge(phone, driver),
    masker: context.masker,
    progress: context.progress,
    phoneStart: testStart?.phoneTime,
    appiumLog: { path: folder.appiumLog, fromByte: state.appiumLogBytes },
    sessionId: driver.sessionId,
    smsHeaders: () =>
      smsHeaders(
        openBridge(smsPhone, driver),
        context.settings,
        testStart?.atMs ?? clock.now(),
        clock,
        context.signal,
      ),
    reachable: !isLoss(stop.signal) && !(failure?.error instanceof PhoneLostError),
    recognised: failure?.recognised,
  });
}

/** Says in the report, and to whoever counts failures, what kind of cause the test's error has. */
export async function noteCategory(error: unknown): Promise<void> {
  const category = categoryOf(error);
  workerState().failure = category;
  await label(CATEGORY_LABEL, category);
}

/** Whether the run was stopped because its phone or its Appium is gone, not by a person. */
export function isLoss(signal: AbortSignal): boolean {
  return signal.aborted && errorInfo(signal.reason).type !== 'InterruptedError';
}

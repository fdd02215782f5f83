import type { Settings } from './settings.ts';

/**
 * Every limit that can end a wait, in one place, since they depend on each other: a step may take
 * five minutes or more, so waits are made of short commands, and each limit of Appium's and
 * WebdriverIO's is wider than the command or the pause that it watches.
 */
export interface Timeouts {
  newCommandTimeoutS: number;
  uiautomator2ServerReadTimeoutMs: number;
  uiautomator2ServerLaunchTimeoutMs: number;
  connectionRetryTimeoutMs: number;
  connectionRetryCount: number;
  mochaTimeoutMs: number;
  waitForIdleTimeoutMs: number;
  waitForSelectorTimeoutMs: number;
}

/** Starting a session, the reports' evidence and tidying up, beside the steps themselves. */
const MOCHA_MARGIN_MS = 180_000;
/** A step has its budget for each answer of the server: the SMS, its code, and the picture, for one. */
const ANSWERS_PER_STEP = 4;

export function timeouts(settings: Pick<Settings, 'stepBudgetMs'>): Timeouts {
  const budgetsMs = Object.values(settings.stepBudgetMs);
  return {
    // Appium's default of 60 s ends the session of a test that waits for an SMS over plain adb.
    // Hours would let a dead run keep the phone.
    newCommandTimeoutS: 360,
    // The driver's default. Bounds one command; no command may span a step.
    uiautomator2ServerReadTimeoutMs: 240_000,
    // The driver's default of 30 s is too short for phones whose system kills the server once.
    uiautomator2ServerLaunchTimeoutMs: 60_000,
    // Above the server's read timeout, so that the driver's own error arrives first.
    connectionRetryTimeoutMs: 300_000,
    // WebdriverIO sends a timed-out request again: a slow tap on Next would sign up twice.
    connectionRetryCount: 0,
    // A Mocha timeout does not stop the running command, so the steps' own budgets must end first.
    mochaTimeoutMs: ANSWERS_PER_STEP * budgetsMs.reduce((sum, ms) => sum + ms, 0) + MOCHA_MARGIN_MS,
    // By default every find waits up to 10 s for a screen with a countdown or a spinner to rest. The
    // flow looks at the screen again and again anyway; this is enough for a view to settle.
    waitForIdleTimeoutMs: 50,
    // Waiting is the flow's job, with progress and a budget; a find answers what shows now.
    waitForSelectorTimeoutMs: 0,
  };
}

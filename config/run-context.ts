import type { SessionPorts } from './capabilities.ts';
import type { Masker } from './masker.ts';
import type { Operator } from './operator.ts';
import type { ProgressSink, StepOutcome } from './progress.ts';
import type { PhoneSettings } from './settings.ts';
import type { Step } from './steps.ts';

/**
 * What kind of service a phone talks to. `test`: this run started the phone itself. `staging`: a
 * person declared it with MI_ENVIRONMENT. `live`: everything else.
 */
export type PhoneEnvironment = 'test' | 'staging' | 'live';

export interface PhoneUnderTest {
  serial: string;
  /** As the phone names itself, e.g. `23127PN0CG`. */
  model: string;
  /** Xiaomi's system and Android's version, e.g. `HyperOS OS2.0.200.9.VMCCNXM, Android 15`. */
  system: string;
  environment: PhoneEnvironment;
  /** BCP 47, or as Java writes it; absent where the phone does not tell. */
  locale?: string | undefined;
  /** No adb at hand reaches it: it is asked through its WebDriver session alone. */
  withoutAdb?: boolean | undefined;
}

/** What a flow knows of a step that did not reach its end. */
export interface StepFailure {
  readonly error: unknown;
  /** What the screen was taken for until then, and what was expected: text for people. */
  readonly recognised: string;
  /** Of the phone that gets the SMS. */
  readonly smsSerial: string;
}

/** Told around every step; the report's evidence (step, blurred screenshot) is made here. */
export interface StepObserver {
  stepStarted(step: Step): Promise<void>;
  /** The step's screen shows what is about to be submitted: the moment for its picture. */
  screenReady(step: Step): Promise<void>;
  /**
   * The step waits, and asks the phone nothing until this has resolved: the moment for a picture of what
   * the wait looks like. Not told while a person may be typing on the phone.
   * @param awaited to follow “waiting for”.
   */
  waiting(step: Step, awaited: string): Promise<void>;
  /** @param failure what is known of a step that failed: the moment for its evidence. */
  stepEnded(step: Step, outcome: StepOutcome, failure?: StepFailure): Promise<void>;
  /**
   * A picture that explains what the step did; kept as it is, so it may show no secret that is still
   * one.
   * @param name what it shows. @param picture PNG.
   */
  attachPicture(name: string, picture: Buffer): Promise<void>;
}

/** Reads the text in a picture code; only test environments have one (the run never makes it on live). */
export interface PictureReader {
  /** @param picture PNG. Resolves to the text, or `undefined` if it is not sure. */
  read(picture: Buffer): Promise<string | undefined>;
}

/** What is to be done on a phone once the running test has ended, whatever came of it. */
export interface CleanUps {
  /** @param task told the context to use: an interrupted run's own signal is aborted already. */
  add(task: (context: RunContext) => Promise<void>): void;
}

/** Another phone of the run, for specs that need two. */
export interface SecondPhoneOfRun {
  readonly phone: PhoneUnderTest;
  /** E.164; of the SIM card in it. */
  readonly number: string;
  readonly simSlot: number | undefined;
  /** For a session on it. */
  readonly ports: SessionPorts | undefined;
}

/** Everything a spec needs to know about the run it is part of. */
export interface RunContext {
  runId: string;
  settings: PhoneSettings;
  phone: PhoneUnderTest;
  /** Of the phone that gets the SMS; often the phone itself. */
  smsSerial: string;
  /** Lent by the run to specs for two phones, where it has another one. */
  secondPhone?: SecondPhoneOfRun | undefined;
  progress: ProgressSink;
  masker: Masker;
  observer: StepObserver;
  /** Absent where a person answers the picture code. */
  pictureReader?: PictureReader | undefined;
  /** The person who is asked; absent where they can only answer on the phone itself. */
  operator?: Operator | undefined;
  /** Address of the page on which that person may answer, if the run serves one. */
  operatorPage?: string | undefined;
  /** Where a spec logs what a phone of its own prints: a folder that is published masked. */
  logsDir?: string | undefined;
  /** Absent where the phone does not outlive the test. */
  cleanUps?: CleanUps | undefined;
  /** Aborted when the run is interrupted; every wait takes it. */
  signal: AbortSignal;
}

/** One worker process runs one test on one phone at a time, so one context per process. */
let current: RunContext | undefined;

/** Called before the first spec, and when the worker turns to another phone. */
export function setRunContext(context: RunContext): void {
  current = context;
}

/** @throws Error when no run was set up, that is when a spec is run without `wdio.conf.ts`. */
export function runContext(): RunContext {
  if (current === undefined) {
    throw new Error(
      'There is no run: specs are started with `npm start` or `npx wdio run wdio.conf.ts`.',
    );
  }
  return current;
}

/** The same, `undefined` when no run was set up. */
export function findRunContext(): RunContext | undefined {
  return current;
}

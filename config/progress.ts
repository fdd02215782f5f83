import type { StepName } from './steps.ts';

/** `failed` covers every step that did not reach its end, whatever the reason. */
export type StepOutcome = 'passed' | 'failed';

/** What a run tells whoever watches it: the terminal, the report, the summary. */
export type ProgressEvent =
  | {
      type: 'phone-ready';
      serial: string;
      model: string;
      system: string;
      /** BCP 47; absent where the phone does not tell. */
      locale?: string | undefined;
      /** Of a phone that a test started: serial of the phone of the run that it stands for. */
      forPhone?: string;
    }
  /** What the account app on a phone is, by what its screens show. */
  | { type: 'account-app'; serial: string; generation: string }
  /** A worker has this phone of the run for itself. */
  | { type: 'worker-began'; serial: string }
  /** @param spec file, relative to the project. @param serial of the worker's phone. */
  | { type: 'test-started'; serial: string; title: string; spec: string | undefined }
  | { type: 'worker-ended'; serial: string }
  | { type: 'step-started'; serial: string; step: StepName; title: string; budgetMs: number }
  | {
      type: 'waiting';
      serial: string;
      step: StepName;
      /** What is awaited, to follow "waiting for": `the SMS code`. */
      what: string;
      elapsedMs: number;
      budgetMs: number;
    }
  | {
      type: 'step-ended';
      serial: string;
      step: StepName;
      title: string;
      outcome: StepOutcome;
      /**
       * From the return of the submitting command to the first poll that saw a changed screen, and as
       * long as the SMS was awaited.
       */
      serverMs: number;
      /** The rest of the step. */
      harnessMs: number;
      budgetMs: number;
    }
  | { type: 'account'; serial: string; account: AccountState }
  /** Learnt during the run; whoever writes text must mask it from now on, and never print it. */
  | { type: 'secret'; kind: SecretKind; value: string }
  /** A number is about to leave a phone: from here on an account may exist. */
  | { type: 'number-submitted'; serial: string }
  /** A phone that could have been used is not. @param reason one line. */
  | { type: 'phone-left-out'; serial: string; reason: string }
  /** A phone of the run is used no more. @param reason one line. */
  | { type: 'phone-out'; serial: string; reason: string }
  /** Specs go from one phone to another. @param reason one line. */
  | { type: 'specs-moved'; serial: string; files: readonly string[]; reason: string }
  /** Specs that cannot be run. @param serial of the phone that they belong to. */
  | {
      type: 'specs-not-run';
      serial: string | undefined;
      files: readonly string[];
      reason: string;
    }
  /** All tests are over; what they left is published, which takes a minute or two after a whole regression. */
  | { type: 'publishing' }
  /** @param serial of the phone that it is about, if of one. */
  | { type: 'note'; text: string; serial?: string | undefined };

/**
 * What a run knows of the account on a phone. `created`: the run made it. `signed-in`: it was there
 * before. `signed-out`: there was one, and the run signed it out.
 */
export type AccountState = 'created' | 'signed-in' | 'signed-out' | 'none';

/** `name`: of an account, or of somebody whom the phone's owner knows. */
export type SecretKind = 'code' | 'account-id' | 'number' | 'password' | 'name';

export interface ProgressSink {
  emit(event: ProgressEvent): void;
}

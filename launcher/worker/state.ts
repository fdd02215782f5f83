import type { ErrorCategory } from '../../config/errors.ts';
import type { Masker } from '../../config/masker.ts';
import type { PhoneSettings } from '../../config/settings.ts';
import { TextEngine } from '../../vision/engine.ts';
import type { Assignment } from '../fleet/assignment.ts';
import type { ProgressClient } from '../progress/client.ts';
import type { RunFile } from '../run-folder.ts';

/** What a worker knows once it is connected to the launching process. */
export interface WorkerLink {
  run: RunFile;
  /** The one of this worker. */
  phone: RunFile['phones'][number];
  /** What it was told beside its phone. */
  assignment: Assignment | undefined;
  /** Of that phone. */
  settings: PhoneSettings;
  masker: Masker;
  client: ProgressClient;
}

/** What the hooks and the reporter of one worker process share. */
export interface WorkerState {
  /** Set by the hook `beforeSession`. */
  link?: WorkerLink;
  /** The error of the running test that its evidence was taken of last. */
  evidenceOf?: unknown;
  /** Of the running test's error, once it failed. */
  failure?: ErrorCategory | undefined;
  /** Reads text in pictures; it starts with the first one. */
  readonly textEngine: TextEngine;
  /** When the running test began. */
  testStart?: {
    /** By the harness's clock. */
    atMs: number;
    phoneTime: string | undefined;
  };
  /**
   * How long Appium's log was when the test before had ended, or the worker began: what a test does before
   * its beginning, as opening a session, is its own.
   */
  appiumLogBytes: number;
  /** Aborts what the test waits for; its reason is the error that the run was stopped with. */
  readonly stop: AbortController;
}

/** WebdriverIO gives its hooks and reporters nothing to pass state in, and a worker is a process. */
const state: WorkerState = {
  textEngine: new TextEngine(),
  appiumLogBytes: 0,
  stop: new AbortController(),
};

export function workerState(): WorkerState {
  return state;
}

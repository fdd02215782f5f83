/** Where spec files were before. */
export interface Move {
  /** Serial of the phone. */
  readonly from: string;
  /** One line. */
  readonly reason: string;
}

/** What a worker is told beside its phone. */
export interface Assignment {
  /** Serial of the phone beside its own, for specs that need two. */
  readonly second: string | undefined;
  readonly moved: Move | undefined;
}

/** Of a worker's capabilities, what is for the worker alone and taken out before there is a session. */
export const ASSIGNMENT = 'mi:assignment';

/** Capabilities as a worker is started with them. */
export type AssignedCapabilities = WebdriverIO.Capabilities & {
  'appium:udid'?: string;
  [ASSIGNMENT]?: Assignment;
};

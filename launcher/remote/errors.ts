import { HarnessError, type ErrorDetails } from '../../config/errors.ts';

/** The Appium server that MI_APPIUM_URL names cannot be used. */
export class RemoteAppiumError extends HarnessError {
  override readonly category = 'set-up';

  constructor(summary: string, details: ErrorDetails, options?: ErrorOptions) {
    super(summary, { trouble: 'appium-unreachable', ...details }, options);
  }
}

/** Nobody answers at its address, or only a proxy before it does. */
export class RemoteAppiumUnreachableError extends RemoteAppiumError {}

/** No trusted connection to it can be made. */
export class RemoteAppiumTlsError extends RemoteAppiumError {}

/** It wants to know who asks, or does not like who does. */
export class RemoteAppiumAuthError extends RemoteAppiumError {}

/** A server answers, but not at this path. */
export class RemoteAppiumPathError extends RemoteAppiumError {}

/** What answers is no WebDriver server. */
export class NotAppiumError extends RemoteAppiumError {}

/** It is there and says that it takes no sessions now. */
export class RemoteAppiumNotReadyError extends RemoteAppiumError {}

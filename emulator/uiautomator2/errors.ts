/**
 * The errors the real server answers with: W3C error code, HTTP status and the server's own words
 * (io.appium.uiautomator2.common.exceptions).
 */
const EXCEPTIONS_PACKAGE = 'io.appium.uiautomator2.common.exceptions';

/** An error that becomes an HTTP answer; as such an "unknown error". */
export class ServerError extends Error {
  /** W3C error code. */
  readonly error: string = 'unknown error';
  readonly status: number = 500;
  protected readonly javaName: string = 'UiAutomator2Exception';

  /** Full name of the exception's class. */
  get className(): string {
    return `${EXCEPTIONS_PACKAGE}.${this.javaName}`;
  }

  /** The first line of a Java stack trace, which is what clients show. */
  get stacktrace(): string {
    return `${this.className}: ${this.message}`;
  }
}

export class ElementNotFoundError extends ServerError {
  override readonly error: string = 'no such element';
  override readonly status: number = 404;
  protected override readonly javaName: string = 'ElementNotFoundException';

  constructor(
    message = 'An element could not be located on the page using the given search parameters',
  ) {
    super(message);
  }
}

/** What androidx.test.uiautomator throws where a UiObject has nothing on the screen. */
export class UiObjectNotFoundError extends ElementNotFoundError {
  constructor(what: string) {
    super(`androidx.test.uiautomator.UiObjectNotFoundException: ${what}`);
  }
}

export class StaleElementReferenceError extends ServerError {
  override readonly error: string = 'stale element reference';
  override readonly status: number = 404;
  protected override readonly javaName: string = 'StaleElementReferenceException';

  constructor(message = 'androidx.test.uiautomator.StaleObjectException') {
    super(message);
  }
}

export class InvalidArgumentError extends ServerError {
  override readonly error: string = 'invalid argument';
  override readonly status: number = 400;
  protected override readonly javaName: string = 'InvalidArgumentException';
}

/** A java.lang.IllegalArgumentException inside a handler: the server wraps it. */
export class IllegalArgumentError extends InvalidArgumentError {
  constructor(message: string) {
    super(`java.lang.IllegalArgumentException: ${message}`);
  }
}

export class InvalidElementStateError extends ServerError {
  override readonly error: string = 'invalid element state';
  override readonly status: number = 400;
  protected override readonly javaName: string = 'InvalidElementStateException';
}

export class InvalidSelectorError extends ServerError {
  override readonly error: string = 'invalid selector';
  override readonly status: number = 400;
  protected override readonly javaName: string = 'InvalidSelectorException';
}

export class UiSelectorSyntaxError extends InvalidSelectorError {
  protected override readonly javaName: string = 'UiSelectorSyntaxException';

  constructor(expression: string, problem?: string) {
    super(
      `Could not parse selector expression \`${expression}\`` + (problem ? `: ${problem}` : ''),
    );
  }
}

export class NoAlertOpenError extends ServerError {
  override readonly error: string = 'no such alert';
  override readonly status: number = 404;
  protected override readonly javaName: string = 'NoAlertOpenException';

  constructor() {
    super('No alert is present on the screen');
  }
}

export class NoSuchDriverError extends ServerError {
  override readonly error: string = 'invalid session id';
  override readonly status: number = 404;
  protected override readonly javaName: string = 'NoSuchDriverException';
}

export class SessionNotCreatedError extends ServerError {
  override readonly error: string = 'session not created';
  protected override readonly javaName: string = 'SessionNotCreatedException';
}

export class TakeScreenshotError extends ServerError {
  override readonly error: string = 'unable to capture screen';
  protected override readonly javaName: string = 'TakeScreenshotException';

  constructor(
    message = "Failed to capture a screenshot. Does the current view have 'secure' flag set?",
  ) {
    super(message);
  }
}

export class UnknownCommandError extends ServerError {
  override readonly error: string = 'unknown command';
  override readonly status: number = 404;
  protected override readonly javaName: string = 'UnknownCommandException';

  constructor(
    message = 'The requested resource could not be found, or a request was received ' +
      'using an HTTP method that is not supported by the mapped resource',
  ) {
    super(message);
  }
}

export class NoSuchAttributeError extends UnknownCommandError {
  protected override readonly javaName: string = 'NoSuchAttributeException';
}

/** The answer for whatever a handler threw. */
export function toServerError(thrown: unknown): ServerError {
  return thrown instanceof ServerError ? thrown : new ServerError(String(thrown));
}

import { ERROR_STATUS, isErrorCode, type ErrorCode } from './errors.ts';
import { isPointOrAll, POINTS, type Point } from './points.ts';

export type FaultEffect =
  /** Answers with that HTTP status and an empty body. */
  | { readonly kind: 'status'; readonly status: number }
  /**
   * Answers with a web page where JSON is expected: with 200, as a hotel network does, or with the
   * status of a proxy's own page, such as 502.
   */
  | { readonly kind: 'html'; readonly status?: number }
  /** Acts, and breaks the connection off in the middle of the answer. */
  | { readonly kind: 'half' }
  /** Acts, and resets the connection instead of answering. */
  | { readonly kind: 'lost' }
  /** Answers 200 with well-formed JSON of another shape. */
  | { readonly kind: 'wrong-json' }
  /** Answers 200 with text that calls itself JSON and is none. */
  | { readonly kind: 'not-json' }
  /** Does nothing: in front of another fault it lets some requests through. */
  | { readonly kind: 'pass' }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Resets the TCP connection. */
  | { readonly kind: 'reset' }
  /** Answers with one of the service's own errors. */
  | { readonly kind: 'error'; readonly code: ErrorCode }
  /** For `sms-delivery`: the message is lost. */
  | { readonly kind: 'drop' };

export type Fault = FaultEffect & {
  readonly at: Point | '*';
  /** How many times it strikes; without, until it is cleared. */
  readonly times?: number;
};

/** Kinds of effect, each with the member that says more of it, if there is one. */
const PARAMETERS = {
  status: 'status',
  error: 'code',
  html: 'status',
  hang: undefined,
  reset: undefined,
  half: undefined,
  lost: undefined,
  'wrong-json': undefined,
  'not-json': undefined,
  pass: undefined,
  drop: undefined,
} as const;

/**
 * Reads a fault: `POINT=EFFECT`, the effect being `status:503`, `html`, `html:502`, `half`, `lost`,
 * `wrong-json`, `not-json`, `hang`, `reset`, `error:SMS_LIMIT`, `pass` or `drop`, with `*2` behind it
 * to strike twice only. `*` as point is any endpoint. Example: `sign-in=status:503*1`.
 * @throws RangeError saying what is wrong with the text.
 */
export function parseFault(text: string): Fault {
  const match = /^([a-z-]+|\*)=([a-z-]+)(?::(\w+))?(?:\*(\d+))?$/.exec(text.trim());
  if (!match) {
    throw new RangeError(`fault '${text}' is malformed: expected POINT=EFFECT, e.g. sign-in=hang`);
  }
  const [, at, kind, argument, times] = match;
  const parameter = isKind(kind) ? PARAMETERS[kind] : undefined;
  if (argument !== undefined && isKind(kind) && !parameter) {
    throw new RangeError(
      `fault '${text}': '${kind}' takes nothing behind it, leave ':${argument}' out`,
    );
  }
  return checkFault({
    at,
    kind,
    ...(parameter &&
      argument !== undefined && {
        [parameter]: parameter === 'status' && /^\d+$/.test(argument) ? Number(argument) : argument,
      }),
    ...(times === undefined ? {} : { times: Number(times) }),
  });
}

/**
 * Takes a fault from outside (JSON).
 * @throws RangeError saying which member is wrong and what it may be.
 */
export function checkFault(value: unknown): Fault {
  const fault = (value ?? {}) as Record<string, unknown>;
  const at = fault['at'];
  if (!isPointOrAll(at)) {
    throw new RangeError(`fault: at is ${JSON.stringify(at)}, expected *, ${POINTS.join(', ')}`);
  }
  const times = fault['times'];
  if (times !== undefined && !(Number.isInteger(times) && (times as number) > 0)) {
    throw new RangeError(
      `fault: times is ${JSON.stringify(times)}, expected a whole number above 0`,
    );
  }
  const where = {
    at,
    ...(times === undefined ? {} : { times: times as number }),
  };
  const kind = fault['kind'];
  if (!isKind(kind)) {
    throw new RangeError(
      `fault: kind is ${JSON.stringify(kind)}, expected ${Object.keys(PARAMETERS).join(', ')}`,
    );
  }
  const members = ['at', 'kind', 'times', ...(PARAMETERS[kind] ? [PARAMETERS[kind]] : [])];
  const unknown = Object.keys(fault).find((name) => !members.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(`fault: ${unknown} is not known, '${kind}' takes ${members.join(', ')}`);
  }
  if (kind !== 'pass' && (kind === 'drop') !== (at === 'sms-delivery')) {
    throw new RangeError(
      "fault: 'drop' goes with sms-delivery, and beside 'pass' nothing else does",
    );
  }
  switch (kind) {
    case 'half':
    case 'lost':
    case 'wrong-json':
    case 'not-json':
    case 'hang':
    case 'reset':
    case 'pass':
    case 'drop':
      return { ...where, kind };
    case 'html':
      if (fault['status'] === undefined) return { ...where, kind };
      return { ...where, kind, status: checkStatus(fault['status']) };
    case 'status':
      return { ...where, kind, status: checkStatus(fault['status']) };
    case 'error': {
      const code = fault['code'];
      if (!isErrorCode(code)) {
        throw new RangeError(
          `fault: code ${JSON.stringify(code)} is not known, expected ${Object.keys(ERROR_STATUS).join(', ')}`,
        );
      }
      return { ...where, kind, code };
    }
  }
}

function checkStatus(status: unknown): number {
  if (!Number.isInteger(status) || (status as number) < 400 || (status as number) > 599) {
    throw new RangeError(`fault: status is ${JSON.stringify(status)}, expected 400 to 599`);
  }
  return status as number;
}

function isKind(value: unknown): value is FaultEffect['kind'] {
  return typeof value === 'string' && Object.hasOwn(PARAMETERS, value);
}

/** The faults that are switched on, oldest first. */
export class Faults {
  #active: { fault: Fault; left: number }[] = [];

  constructor(initial: readonly Fault[] = []) {
    for (const fault of initial) this.add(fault);
  }

  add(fault: Fault): void {
    this.#active.push({ fault, left: fault.times ?? Infinity });
  }

  clear(): void {
    this.#active = [];
  }

  list(): readonly Fault[] {
    return this.#active.map((entry) => entry.fault);
  }

  /** The fault that strikes here and now, if any; counts as one of its times. */
  strike(point: Point): Fault | undefined {
    const entry = this.#active.find(
      ({ fault }) => fault.at === point || (fault.at === '*' && point !== 'sms-delivery'),
    );
    if (!entry) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.#active = this.#active.filter((other) => other !== entry);
    return entry.fault;
  }
}

import { troubleshootingPath, type Trouble } from './troubleshooting.ts';

/**
 * What kind of cause a failure has, by which the report sorts failures. `product`: the app or the
 * account is not as it should be. `set-up`: settings, this machine, or the state in which the phone was
 * found. `harness`: it does not know a screen, or has a bug.
 */
export const ERROR_CATEGORIES = [
  'product',
  'server-slow',
  'server-error',
  'sms',
  'picture-code',
  'phone-lost',
  'set-up',
  'harness',
] as const;

export type ErrorCategory = (typeof ERROR_CATEGORIES)[number];

/** What a person needs to know about a failure. Every text is a full phrase, without secrets. */
export interface ErrorDetails {
  /** Serial of the phone. */
  phone?: string | undefined;
  /** The screen that was showing, in the words of the how-to. */
  screen?: string | undefined;
  expected?: string | undefined;
  seen?: string | undefined;
  /** The next thing to try. */
  remedy: string;
  /** Which entry of docs/troubleshooting.md tells more. */
  trouble?: Trouble | undefined;
}

/**
 * Base of every failure this harness can name. `type` is the class's name: stable, it goes into
 * `summary.json`. The message is one text made of the summary and the details.
 */
export class HarnessError extends Error {
  readonly category: ErrorCategory = 'harness';
  readonly details: ErrorDetails;

  constructor(summary: string, details: ErrorDetails, options?: ErrorOptions) {
    super(describe(summary, details), options);
    this.details = details;
    this.name = this.type;
  }

  get type(): string {
    return this.constructor.name;
  }
}

function describe(summary: string, details: ErrorDetails): string {
  const lines: [label: string, text: string | undefined][] = [
    ['phone', details.phone],
    ['screen', details.screen],
    ['expected', details.expected],
    ['seen', details.seen],
    ['what to do', details.remedy],
    ['more', details.trouble && troubleshootingPath(details.trouble)],
  ];
  return [
    summary,
    ...lines.flatMap(([label, text]) => (text === undefined ? [] : [`  ${label}: ${text}`])),
  ].join('\n');
}

/** An expectation of a spec that was not met is the product's; what nobody foresaw is the harness's. */
export function categoryOf(error: unknown): ErrorCategory {
  if (!(error instanceof Error)) return 'harness';
  // An error that came from another process is no instance of its class any more.
  if ('category' in error) {
    const known = ERROR_CATEGORIES.find((category) => category === error.category);
    if (known !== undefined) return known;
  }
  return 'matcherResult' in error || error.name === 'AssertionError' ? 'product' : 'harness';
}

import { randomUUID } from 'node:crypto';
import type { ScrollEvent } from '../android/accessibility.ts';
import type { ElementsCache } from './elements/elements-cache.ts';
import { InvalidArgumentError } from './errors.ts';
import type { ActionScheduler } from './scheduled/scheduler.ts';

export type Capabilities = Readonly<Record<string, unknown>>;

/** What belongs to one session; a new session replaces the one before. */
export class Session {
  readonly id = randomUUID();
  readonly capabilities: Capabilities;
  readonly elements: ElementsCache;
  readonly scheduler: ActionScheduler;
  /** Of the last scroll that was watched for `contentSize`. */
  lastScrollData: ScrollEvent | null = null;

  constructor(capabilities: Capabilities, elements: ElementsCache, scheduler: ActionScheduler) {
    this.capabilities = capabilities;
    this.elements = elements;
    this.scheduler = scheduler;
  }
}

const VENDOR_PREFIX = 'appium:';
const STANDARD = new Set(
  [
    'browserName',
    'browserVersion',
    'platformName',
    'acceptInsecureCerts',
    'pageLoadStrategy',
    'proxy',
    'setWindowRect',
    'timeouts',
    'unhandledPromptBehavior',
  ].map((name) => name.toLowerCase()),
);

/**
 * Merges `alwaysMatch` with the first of `firstMatch` that does not contradict it, prefixes
 * stripped (io.appium.uiautomator2.utils.w3c.W3CCapsUtils).
 * @throws InvalidArgumentError if there is none.
 */
export function parseCapabilities(capabilities: Capabilities): Capabilities {
  const always = withoutPrefixes(asCapabilities(capabilities['alwaysMatch']));
  const listed = capabilities['firstMatch'];
  const first = Array.isArray(listed) && listed.length > 0 ? (listed as unknown[]) : [{}];
  for (const candidate of first) {
    const stripped = withoutPrefixes(asCapabilities(candidate));
    const isContradiction = Object.keys(stripped).some((name) => Object.hasOwn(always, name));
    if (!isContradiction) return { ...always, ...stripped };
  }
  throw new InvalidArgumentError(
    `Could not find matching capabilities from ${JSON.stringify(capabilities)}`,
  );
}

function asCapabilities(value: unknown): Capabilities {
  return typeof value === 'object' && value !== null ? (value as Capabilities) : {};
}

function withoutPrefixes(capabilities: Capabilities): Capabilities {
  const stripped: Record<string, unknown> = {};
  const misnamed: string[] = [];
  for (const [name, value] of Object.entries(capabilities)) {
    const bare = name.startsWith(VENDOR_PREFIX) ? name.slice(VENDOR_PREFIX.length) : name;
    if (bare !== name && STANDARD.has(bare.toLowerCase())) misnamed.push(bare);
    stripped[bare] = value;
  }
  if (misnamed.length > 0) {
    throw new InvalidArgumentError(
      `The capabilities [${misnamed.join(', ')}] are standard capabilities and should not have ` +
        "the 'appium' prefix",
    );
  }
  return stripped;
}

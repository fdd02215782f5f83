import type { Intent } from '../android/activity.ts';
import { UsageError } from './command.ts';
import { parseComponent, shortName } from './components.ts';

const MAIN = 'android.intent.action.MAIN';
const LAUNCHER = 'android.intent.category.LAUNCHER';

/** Options that only steer how the intent is carried out, with whether they take a value. */
const CARRIER_OPTIONS: Readonly<Record<string, boolean | undefined>> = {
  '-D': false,
  '-N': false,
  '-R': true,
  '-S': false,
  '-W': false,
  '--activity-clear-task': false,
  '--activity-clear-top': false,
  '--activity-multiple-task': false,
  '--activity-no-animation': false,
  '--activity-reset-task-if-needed': false,
  '--activity-single-top': false,
  '--allow-background-activity-starts': false,
  '--async': false,
  '--attach-agent': true,
  '--display': true,
  '--grant-read-uri-permission': false,
  '--include-stopped-packages': false,
  '--receiver-foreground': false,
  '--receiver-include-background': false,
  '--receiver-permission': true,
  '--start-profiler': true,
  '--streaming': false,
  '--task': true,
  '--track-allocation': false,
  '--user': true,
  '--windowingMode': true,
};

const FLAG_OPTIONS: Readonly<Record<string, number | undefined>> = {
  '--activity-clear-task': 0x8000,
  '--activity-clear-top': 0x4000000,
  '--activity-multiple-task': 0x8000000,
  '--activity-no-animation': 0x10000,
  '--activity-reset-task-if-needed': 0x200000,
  '--activity-single-top': 0x20000000,
  '--include-stopped-packages': 0x20,
  '--receiver-foreground': 0x10000000,
  '--receiver-include-background': 0x1000000,
};

export interface IntentCommand {
  readonly intent: Intent;
  /** Options beside the intent, e.g. `-W`, `--user`. */
  readonly options: ReadonlyMap<string, string>;
}

/**
 * Reads an intent off a command line (AOSP Intent.parseCommandArgs).
 * @throws UsageError for an unknown option, a missing value or a malformed component.
 */
export function parseIntent(args: readonly string[]): IntentCommand {
  const words = [...args];
  const options = new Map<string, string>();
  const intent: {
    -readonly [K in keyof Intent]: Intent[K];
  } = {};
  const categories: string[] = [];
  const extras: Record<string, unknown> = {};
  let flags = 0;
  const value = (option: string): string => {
    const next = words.shift();
    if (next === undefined) throw new UsageError(`Error: Argument expected after "${option}"`, 255);
    return next;
  };
  while (words.length > 0) {
    const word = words.shift() ?? '';
    const takesValue = CARRIER_OPTIONS[word];
    if (takesValue !== undefined) {
      options.set(word, takesValue ? value(word) : '');
      flags |= FLAG_OPTIONS[word] ?? 0;
    } else if (word === '-a') {
      intent.action = value(word);
    } else if (word === '-c') {
      categories.push(value(word));
    } else if (word === '-d') {
      intent.data = value(word);
    } else if (word === '-t' || word === '-i') {
      value(word);
    } else if (word === '-f') {
      flags |= Number(value(word));
    } else if (word === '-n') {
      intent.component = componentOf(value(word));
    } else if (word === '-p') {
      intent.packageName = value(word);
    } else if (/^(?:-e|--es|--ez|--ei|--el|--ef|--eu|--ecn|--esa|--eia|--ela)$/.test(word)) {
      const key = value(word);
      extras[key] = extraValue(word, value(word));
    } else if (word === '--esn') {
      extras[value(word)] = null;
    } else if (word.startsWith('-')) {
      throw new UsageError(`Error: Unknown option: ${word}`, 255);
    } else {
      applyTarget(intent, categories, word);
    }
  }
  if (categories.length > 0) intent.categories = categories;
  if (Object.keys(extras).length > 0) intent.extras = extras;
  if (flags !== 0) intent.flags = flags >>> 0;
  return { intent, options };
}

/** As `Intent.toString()` writes it. */
export function formatIntent(intent: Intent): string {
  const parts: string[] = [];
  if (intent.action !== undefined) parts.push(`act=${intent.action}`);
  if (intent.categories?.length) parts.push(`cat=[${intent.categories.join(',')}]`);
  if (intent.data !== undefined) parts.push(`dat=${safeUri(intent.data)}`);
  if (intent.flags) parts.push(`flg=0x${intent.flags.toString(16)}`);
  if (intent.packageName !== undefined) parts.push(`pkg=${intent.packageName}`);
  if (intent.component) parts.push(`cmp=${shortName(intent.component)}`);
  if (intent.extras) parts.push('(has extras)');
  return `Intent { ${parts.map((part) => `${part} `).join('')}}`;
}

/** A word without an option: a URI, a component or a package. */
function applyTarget(
  intent: { -readonly [K in keyof Intent]: Intent[K] },
  categories: string[],
  word: string,
): void {
  if (word.includes(':')) {
    intent.data = word;
    intent.action ??= 'android.intent.action.VIEW';
    return;
  }
  if (word.includes('/')) intent.component = componentOf(word);
  else intent.packageName = word;
  if (intent.action === undefined && intent.data === undefined) {
    intent.action = MAIN;
    if (categories.length === 0) categories.push(LAUNCHER);
  }
}

function componentOf(text: string) {
  const component = parseComponent(text);
  if (!component) throw new UsageError(`Error: Bad component name: ${text}`, 255);
  return component;
}

function extraValue(option: string, text: string): unknown {
  switch (option) {
    case '--ez':
      return /^(?:true|t|1)$/i.test(text);
    case '--ei':
    case '--el':
    case '--ef':
      return Number(text);
    case '--esa':
      return text.split(/(?<!\\),/).map((part) => part.replaceAll('\\,', ','));
    case '--eia':
    case '--ela':
      return text.split(',').map(Number);
    default:
      return text;
  }
}

/** Web addresses show their host only (Uri.toSafeString). */
function safeUri(uri: string): string {
  return uri.replace(/^(https?|ftp|rtsp):\/\/([^/?#]*)(?:[/?#].*)?$/i, '$1://$2/...');
}

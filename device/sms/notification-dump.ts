/** A posted notification, as far as it matters for reading a message off it. */
export interface DumpedNotification {
  readonly packageName: string;
  readonly key: string;
  /** When what it tells happened, by the phone's clock. */
  readonly atMs: number;
  readonly title: string;
  /** In its longest form. */
  readonly text: string;
  /** Of a conversation (MessagingStyle), each with a time of its own; oldest first. */
  readonly messages: readonly DumpedMessage[];
}

export interface DumpedMessage {
  /** Empty where it is that of the whole notification. */
  readonly sender: string;
  readonly text: string;
  readonly atMs: number;
}

export interface NotificationDump {
  readonly notifications: readonly DumpedNotification[];
  /** The phone left out what they say, although it was asked for. */
  readonly isRedacted: boolean;
}

/** The value of an extra: its class, and what it says in brackets, or how long that is. */
interface Extra {
  readonly isRedacted: boolean;
  readonly value: string;
}

const TEXTS = ['android.title', 'android.text', 'android.bigText'] as const;

/**
 * Parses `dumpsys notification --noredact`. A record is a line that names its package and key, lines
 * `name=value`, and its extras between `extras={` and `}`, each `name=Class (value)`. Values may span
 * lines; only the indentation tells their lines from the dump's own.
 *
 * Its time is `when`, which a messaging app sets to the time of the newest message: the system's own
 * times also change when the same notification is posted again, and when the phone restarts. A
 * notification without `when` (0 or missing) has the time at which it was posted or changed last.
 * @returns `undefined` when the output is no dump of notifications, that is an error.
 * @see frameworks/base/services/core/java/com/android/server/notification, NotificationRecord.dump
 */
export function parseNotificationDump(output: string): NotificationDump | undefined {
  if (!/^ *(?:Current Notification Manager state:|Notification List:)/m.test(output)) {
    return undefined;
  }
  const text = output.replaceAll('\r\n', '\n');
  const heads = [...text.matchAll(/^( *)NotificationRecord\(0x[^\n]*?: pkg=(\S+) user=/gm)];
  const notifications = new Map<string, DumpedNotification>();
  let isRedacted = false;
  for (const [index, head] of heads.entries()) {
    const [, indent = '', packageName = ''] = head;
    const record = text.slice(head.index, heads[index + 1]?.index);
    const key = new RegExp(`^${indent} +key=(.*)$`, 'm').exec(record)?.[1] ?? '';
    const { before, extras, after } = partsOf(record, indent);
    isRedacted ||= TEXTS.some((name) => extras.get(name)?.isRedacted);
    const says = (name: string) => extras.get(name)?.value ?? '';
    notifications.set(key, {
      packageName,
      key,
      atMs: timeOf(before, after),
      title: says('android.title'),
      text: says('android.bigText') || says('android.text'),
      messages: messagesIn(says('android.messages')),
    });
  }
  return { notifications: [...notifications.values()], isRedacted };
}

interface RecordParts {
  /** What the dump says before the extras, of which only the ticker is an app's text, and after them. */
  readonly before: string;
  readonly extras: ReadonlyMap<string, Extra>;
  readonly after: string;
}

/** A record has extras once more for its public version, which comes later. */
function partsOf(record: string, outer: string): RecordParts {
  // The ticker, which comes before, may hold a message's text too: it is not indented.
  const start = new RegExp(`^(${outer} {2,})extras=\\{\\n`, 'm').exec(record);
  if (start === null) return { before: record, extras: new Map(), after: '' };
  const from = start.index + start[0].length;
  const indent = start[1] ?? '';
  const end = new RegExp(`^${indent}\\}$`, 'm').exec(record.slice(from));
  const to = end === null ? record.length : from + end.index;
  return {
    before: record.slice(0, start.index),
    extras: extrasIn(record.slice(from, to), indent),
    after: record.slice(to),
  };
}

function extrasIn(text: string, indent: string): Map<string, Extra> {
  const heads = [...text.matchAll(new RegExp(`^${indent} {4}([\\w.$-]+)=(?=null$|[A-Z])`, 'gm'))];
  return new Map(
    heads.map((head, index) => {
      const from = head.index + head[0].length;
      const entry = text.slice(from, heads[index + 1]?.index).replace(/\n$/, '');
      return [head[1] ?? '', extraOf(entry)];
    }),
  );
}

/** `String (text)`; `Bundle[] (1)` and a line for each; redacted `String [length=4]`, or `String` alone. */
function extraOf(entry: string): Extra {
  const match = /^[\w$]+(\[\])?(?: \((.*)\)| (\[length=\d+\]))?$/s.exec(entry);
  if (match === null) {
    const list = /^[\w$]+\[\] \(\d+\)\n(.*)$/s.exec(entry);
    return { isRedacted: false, value: list?.[1] ?? '' };
  }
  const [, isList, value, redacted] = match;
  if (isList !== undefined) return { isRedacted: false, value: '' };
  const isText = /^(?:String|Spann)/.test(entry);
  return {
    isRedacted: redacted !== undefined || (isText && value === undefined),
    value: value ?? '',
  };
}

/** As a bundle prints its entries; their order is that of the keys' hashes, so the same on all phones. */
const MESSAGE = /^(?<before>(?:.*?, )?)text=(?<text>.*), time=(?<time>\d+)(?:, \w+=[^\n]*)?$/s;

/**
 * The bundles of a conversation, `[0] Bundle[{sender=…, text=…, time=1}]`. One that the system never
 * had to open shows its size only, and is left out.
 * @see frameworks/base/core/java/android/app/Notification.java, MessagingStyle.Message.toBundle
 */
function messagesIn(list: string): DumpedMessage[] {
  return list.split(/\n(?= +\[\d+\] \w+\[)/).flatMap((item) => {
    const bundle = /^ *\[\d+\] \w+\[\{(.*)\}\]$/s.exec(item)?.[1] ?? '';
    const { before = '', text = '', time } = MESSAGE.exec(bundle)?.groups ?? {};
    if (time === undefined) return [];
    const sender = /(?:^|, )sender=([^\n]*?), (?:\w+=|$)/.exec(before)?.[1] ?? '';
    return [{ sender: sender === 'null' ? '' : sender, text, atMs: Number(time) }];
  });
}

/** From Android 16 on `when` is said twice, `when=1/1`: as it was given, and as it counts. */
function timeOf(before: string, after: string): number {
  const number = (text: string, name: string) =>
    Number(new RegExp(`^ +${name}=(\\d+)`, 'm').exec(text)?.[1] ?? 0);
  return (
    number(before, 'when') ||
    number(after, 'mUpdateTimeMs') ||
    number(after, 'mCreationTimeMs') ||
    number(after, 'mRankingTimeMs')
  );
}

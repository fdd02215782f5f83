import { quoteForShell } from '../adb.ts';
import { localeCommand } from './locale.ts';

/**
 * One thing of a phone's state that a run may change. `setting`: a row of Android's settings, named
 * `namespace/key`. `locale`: the language of the whole system. `idle-exemption`: a package that may work in the background whatever the battery
 * says. `notification-listener`: a service that is told of every notification.
 */
export interface StateItem {
  readonly kind: 'setting' | 'locale' | 'idle-exemption' | 'notification-listener';
  readonly name: string;
}

/** A setting's text; `on` for what is only there or not; `null` for what is not there. */
export type StateValue = string | null;

/** What a phone's state was, by the key of each item, and the serial number it was built with. */
export interface PhoneState {
  readonly values: ReadonlyMap<string, StateValue>;
  /** `ro.serialno`; empty where the phone does not tell. */
  readonly hardwareSerial: string;
}

/** Those that are on, where the phone told. */
type Lists = Record<
  Exclude<StateItem['kind'], 'setting' | 'locale'>,
  ReadonlySet<string> | undefined
>;

const MARK = '@@ ';
const HARDWARE_SERIAL = 'hardware-serial';
const IDLE = 'idle-exemptions';
const LISTENERS = 'notification-listeners';

/** Tells the items of a phone apart. */
export function keyOf({ kind, name }: StateItem): string {
  return `${kind} ${name}`;
}

/** The command that tells a phone's state: one line of shell, so that the phone is asked once. */
export function readCommand(items: readonly StateItem[]): string {
  const settings = items.filter(({ kind }) => kind === 'setting');
  return [
    ...section(HARDWARE_SERIAL, 'getprop ro.serialno'),
    ...settings.flatMap((item) => section(keyOf(item), `settings get ${words(item)}`)),
    ...items
      .filter(({ kind }) => kind === 'locale')
      // The first is set once a person has chosen a language.
      .flatMap((item) =>
        section(keyOf(item), 'getprop persist.sys.locale; getprop ro.product.locale'),
      ),
    ...section(IDLE, 'dumpsys deviceidle whitelist'),
    ...section(LISTENERS, 'settings get secure enabled_notification_listeners'),
  ].join('; ');
}

/** Parses the answer to `readCommand`. What the phone did not answer is not in it. */
export function parseState(output: string, items: readonly StateItem[]): PhoneState {
  const sections = new Map(
    output
      .split(new RegExp(`^${MARK}`, 'm'))
      .slice(1)
      .map((text): [string, string] => {
        const [title = '', ...lines] = text.split(/\r?\n/);
        return [title, lines.join('\n').trim()];
      }),
  );
  // DeviceIdleController: `user,<package>,<uid>`; what the system itself exempts begins otherwise.
  const exempt = sections.get(IDLE)?.matchAll(/^user,([^,]+),/gm);
  const lists: Lists = {
    'idle-exemption': exempt && new Set([...exempt].map(([, name = '']) => name)),
    'notification-listener': sections.has(LISTENERS)
      ? new Set(sections.get(LISTENERS)?.split(':').map(fullName))
      : undefined,
  };
  const values = new Map<string, StateValue>();
  for (const item of items) {
    const value = valueOf(item, lists, sections);
    if (value !== undefined) values.set(keyOf(item), value);
  }
  return { values, hardwareSerial: sections.get(HARDWARE_SERIAL) ?? '' };
}

/** The command that gives an item a value. */
export function writeCommand(item: StateItem, value: StateValue): string {
  const name = quoteForShell(item.name);
  switch (item.kind) {
    case 'setting':
      return value === null
        ? `settings delete ${words(item)}`
        : `settings put ${words(item)} ${quoteForShell(value)}`;
    case 'locale':
      return value === null ? 'true' : localeCommand(value);
    case 'idle-exemption':
      return `dumpsys deviceidle whitelist ${value === null ? '-' : '+'}${name}`;
    case 'notification-listener':
      return `cmd notification ${value === null ? 'disallow' : 'allow'}_listener ${name}`;
  }
}

function valueOf(
  item: StateItem,
  lists: Lists,
  settings: ReadonlyMap<string, string>,
): StateValue | undefined {
  if (item.kind === 'locale') {
    return settings.get(keyOf(item))?.split('\n')[0]?.trim() || undefined;
  }
  if (item.kind !== 'setting') {
    const list = lists[item.kind];
    return list && (list.has(fullName(item.name)) ? 'on' : null);
  }
  const text = settings.get(keyOf(item));
  // What refuses to be read is left alone.
  if (text === undefined || text.includes('\n') || text.includes('Exception')) return undefined;
  return text === 'null' ? null : text;
}

/** `package/.Class` as Android also writes it: `package/package.Class`. */
function fullName(component: string): string {
  return component.replace(/^([^/]+)\/\./, '$1/$1.');
}

/** `global/window_animation_scale` → `global window_animation_scale` */
function words({ name }: StateItem): string {
  return name.split('/').map(quoteForShell).join(' ');
}

function section(title: string, command: string): string[] {
  return [`echo ${quoteForShell(MARK + title)}`, command];
}

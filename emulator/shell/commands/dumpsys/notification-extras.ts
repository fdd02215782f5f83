import { type Notification, notificationTemplate } from '../../../android/notification-manager.ts';
import { hexId } from '../../hex-id.ts';

/** One of a notification's extras: its Java class and value; `null` for a key without value. */
export type Extra = readonly [
  key: string,
  value: { readonly type: string; readonly value: string | readonly string[] } | null,
];

/** From this API level on what is hidden is told by its length (Android 13). */
const LENGTHS_SDK = 33;
/** From this API level on the system has looked into a message's bundle, which then prints (Android 11). */
const OPENED_BUNDLES_SDK = 30;
/** What a hidden text's key must not be (NotificationRecord.shouldRedactStringExtra). */
const NEVER_HIDDEN: ReadonlySet<string> = new Set(['android.template']);

const text = (value: string) => ({ type: 'String', value });
const flag = (value: boolean) => ({ type: 'Boolean', value: String(value) });
const number = (value: number) => ({ type: 'Integer', value: String(value) });

/** The extras that a notification's builder sets (AOSP Notification.Builder and its styles). */
export function notificationExtras(
  record: Notification,
  sdk: number,
): { readonly own: readonly Extra[]; readonly ofPublic: readonly Extra[] | undefined } {
  const { packageName, title, text: body, messages, publicVersion } = record;
  const common = (shownTitle: string, shownText: string): readonly Extra[] => [
    ['android.title', text(shownTitle)],
    ['android.reduced.images', flag(true)],
    ['android.subText', null],
    ['android.showChronometer', flag(false)],
    ['android.text', text(shownText)],
    ['android.progress', number(0)],
    ['android.progressMax', number(0)],
    [
      'android.appInfo',
      {
        type: 'ApplicationInfo',
        value: `ApplicationInfo{${hexId(packageName)} ${packageName}}`,
      },
    ],
    ['android.showWhen', flag(true)],
    ['android.largeIcon', null],
    ['android.infoText', null],
    ['android.progressIndeterminate', flag(false)],
    ['android.remoteInputHistory', null],
  ];
  const template: Extra = ['android.template', text(notificationTemplate(record))];
  const style: readonly Extra[] = messages
    ? [
        ['android.conversationTitle', null],
        template,
        ['android.selfDisplayName', text('You')],
        [
          'android.messages',
          { type: 'Parcelable[]', value: messages.map((message) => bundle(message, sdk)) },
        ],
        ['android.isGroupConversation', flag(false)],
      ]
    : [template, ['android.bigText', text(body)]];
  return {
    own: [...common(title, body), ...style],
    ofPublic: publicVersion && common(publicVersion.title, publicVersion.text),
  };
}

/** One message, as android.os.Bundle prints itself. */
function bundle(
  { sender, text: body, timeMs }: NonNullable<Notification['messages']>[number],
  sdk: number,
): string {
  const bytes = 200 + 2 * (sender.length + body.length);
  if (sdk < OPENED_BUNDLES_SDK) return `Bundle[mParcelledData.dataSize=${bytes}]`;
  return `Bundle[{extras=Bundle[{}], sender_person=android.app.Person@${hexId(sender)}, sender=${sender}, text=${body}, time=${timeMs}}]`;
}

/** The lines of an extras block (AOSP NotificationRecord.dumpNotification). */
export function printExtras(
  extras: readonly Extra[],
  options: { readonly indent: number; readonly sdk: number; readonly isRedacted: boolean },
): string[] {
  const prefix = ' '.repeat(options.indent);
  return [
    `${prefix}extras={`,
    ...extras.map(([key, value]) => {
      const shown = value === null ? 'null' : printValue(key, value, prefix, options);
      return `${prefix}    ${key}=${shown}`;
    }),
    `${prefix}}`,
  ];
}

function printValue(
  key: string,
  { type, value }: NonNullable<Extra[1]>,
  prefix: string,
  { sdk, isRedacted }: { readonly sdk: number; readonly isRedacted: boolean },
): string {
  if (typeof value !== 'string') {
    const items = value.map((item, index) => `\n${prefix}      [${index}] ${item}`);
    return `${type} (${value.length})${isRedacted ? '' : items.join('')}`;
  }
  if (!isRedacted || type !== 'String') return `${type} (${value})`;
  if (sdk < LENGTHS_SDK) return type;
  return NEVER_HIDDEN.has(key) ? `${type} (${value})` : `${type} [length=${value.length}]`;
}

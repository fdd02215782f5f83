// What `dumpsys notification --noredact` prints, for tests.
import fc from 'fast-check';

/** Android 9 to 11 print everything at one depth; 12 on, a notification's own part deeper. */
export type DumpStyle = 'android 9' | 'android 13' | 'android 16';

export interface RecordContent {
  readonly packageName?: string;
  readonly id?: number;
  readonly title: string;
  readonly text: string;
  readonly bigText?: string;
  readonly whenMs?: number;
  readonly createdMs?: number;
  readonly updatedMs?: number;
  readonly messages?: readonly { sender: string; text: string; atMs: number }[];
  /** Instead of what `messages` makes. */
  readonly messageLines?: readonly string[];
  readonly publicTitle?: string;
  /** What stands in place of a text: its length, or nothing at all. */
  readonly redacted?: 'length' | 'nothing';
}

/** A text that an SMS may have, and that a careless parser trips over. */
export const anyText = fc
  .array(
    fc.constantFrom(
      'a',
      ')',
      ' (',
      '\n',
      '\n}',
      '\nextras={\n',
      '\nandroid.text=String (b)',
      '\n    NotificationRecord(0x1',
      ', time=5',
      ', text=c',
      '\nRow: 1 ',
      'String [length=3]',
      'é【小米】',
      ' ',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

export function record(content: RecordContent, style: DumpStyle = 'android 13'): string {
  const { packageName = 'com.android.mms', id = 7, whenMs = 0 } = content;
  const key = `0|${packageName}|${id}|null|10097`;
  const deep = style === 'android 9' ? '      ' : '            ';
  const when = style === 'android 16' ? `${whenMs}/${whenMs}` : String(whenMs);
  return [
    `    NotificationRecord(0x0${id}c1b2c3: pkg=${packageName} user=UserHandle{0} id=${id} tag=null importance=4 key=${key}: Notification(channel=sms shortcut=null contentView=null vibrate=null sound=null tick defaults=0x0 flags=0x10 color=0x00000000 category=msg vis=PRIVATE))`,
    '      uid=10097 userId=0',
    `      opPkg=${packageName}`,
    `      key=${key}`,
    '      seen=false',
    ...(style === 'android 9' ? [] : ['      notification=']),
    `${deep}number=0`,
    `${deep}when=${when}`,
    `${deep}tickerText=${content.title}: when=1`,
    `${deep}contentView=null`,
    `${deep}extras={`,
    ...extrasOf(content).map((line) => `${deep}    ${line}`),
    `${deep}}`,
    ...publicVersion(content),
    '      stats=SingleNotificationStats{posttimeElapsedMs=12670, isNoisy=true}',
    `      mRankingTimeMs=${content.createdMs ?? 0}`,
    `      mCreationTimeMs=${content.createdMs ?? 0}`,
    '      mVisibleSinceMs=0',
    `      mUpdateTimeMs=${content.updatedMs ?? 0}`,
    '      mAdjustments=[]',
    '',
  ].join('\n');
}

export function dumpOf(records: readonly string[]): string {
  return [
    'Current Notification Manager state:\n',
    '  Notification List:\n',
    ...records,
    '  \n  mUseAttentionLight=false\n  mArchive=Archive (0 notifications)\n',
  ].join('');
}

function extrasOf({ title, text, bigText, redacted, ...content }: RecordContent): string[] {
  const said = (value: string) => {
    if (redacted === undefined) return `String (${value})`;
    return redacted === 'length' ? `String [length=${value.length}]` : 'String';
  };
  const bundles =
    content.messageLines ??
    content.messages?.map(
      ({ sender, text: body, atMs }, index) =>
        `[${index}] Bundle[{extras=Bundle[{}], sender=${sender}, sender_person=android.app.Person@1f, text=${body}, time=${atMs}}]`,
    );
  return [
    `android.title=${said(title)}`,
    'android.reduced.images=Boolean (true)',
    'android.subText=null',
    'android.template=String (android.app.Notification$MessagingStyle)',
    `android.text=${said(text).replace(/^String/, 'SpannableString')}`,
    ...(bundles === undefined
      ? []
      : [
          `android.messages=Parcelable[] (${bundles.length})`,
          ...bundles.map((line) => `  ${line}`),
        ]),
    'android.appInfo=ApplicationInfo (ApplicationInfo{75df1a com.android.mms})',
    ...(bigText === undefined ? [] : [`android.bigText=${said(bigText)}`]),
  ];
}

function publicVersion({ publicTitle }: RecordContent): string[] {
  if (publicTitle === undefined) return ['      publicNotification=', '            None'];
  return [
    '      publicNotification=',
    '            extras={',
    `                android.title=String (${publicTitle})`,
    '            }',
  ];
}

import type { Notification } from '../../../android/notification-manager.ts';
import type { AndroidSystem } from '../../../android/system.ts';
import { hexId } from '../../hex-id.ts';
import { type Dump, lines } from './dump.ts';
import { type Extra, notificationExtras, printExtras } from './notification-extras.ts';

/** From this API level on a record holds its notification, and the public one, as blocks (Android 11). */
const BLOCKS_SDK = 30;
const RECORD_INDENT = 6;
const FLAG_AUTO_CANCEL = '0x10';
const COLOR = 'ff1a73e8';

/** `dumpsys notification [--noredact]` (AOSP NotificationManagerService.dumpImpl). */
export const dumpNotification: Dump = ({ system, args }) => {
  const isRedacted = !args.includes('--noredact');
  const records = system.notifications.list();
  return lines(
    'Current Notification Manager state:',
    records.length === 0 ? [] : '  Notification List:',
    records.flatMap((record) => describe(system, record, isRedacted)),
    records.length === 0 ? [] : '  ',
    '  mUseAttentionLight=false',
    '  mHasLight=true',
    '  mNotificationPulseEnabled=true',
    '  mSoundNotificationKey=null',
    '  mVibrateNotificationKey=null',
    '  mDisableNotificationEffects=false',
    '  mMaxPackageEnqueueRate=5.0',
  );
};

/** AOSP NotificationRecord.dump, as the phone's Android version has it. */
function describe(system: AndroidSystem, record: Notification, isRedacted: boolean): string[] {
  const { sdk } = system.profile;
  const { packageName, id, tag = null } = record;
  const uid = system.packages.get(packageName)?.uid ?? 1000;
  const key = `0|${packageName}|${id}|${tag}|${uid}`;
  const hasBlocks = sdk >= BLOCKS_SDK;
  const indent = ' '.repeat(RECORD_INDENT);
  const content = (extras: readonly Extra[], width: number) => [
    ...contentLines(record, sdk).map((line) => ' '.repeat(width) + line),
    ...printExtras(extras, { indent: width, sdk, isRedacted }),
  ];
  const { own, ofPublic } = notificationExtras(record, sdk);
  const lock = hasBlocks ? '' : 'appImportanceLocked=false';
  return [
    `    NotificationRecord(0x0${hexId(key)}: pkg=${packageName} user=UserHandle{0} id=${id} tag=${tag} importance=${importanceOf(record)} key=${key}${lock}: ${notificationText(record, hasBlocks)})`,
    `${indent}uid=${uid} userId=0`,
    ...(hasBlocks ? [`${indent}opPkg=${packageName}`] : []),
    `${indent}icon=Icon(typ=RESOURCE pkg=${packageName} id=0x7f0801ff)${hasBlocks ? '' : ` / ${packageName}:drawable/stat_notify_sms`}`,
    `${indent}flags=${FLAG_AUTO_CANCEL}`,
    `${indent}pri=0`,
    `${indent}key=${key}`,
    `${indent}seen=false`,
    `${indent}groupKey=${key}`,
    ...(hasBlocks
      ? [
          `${indent}notification=`,
          ...content(own, 2 * RECORD_INDENT),
          `${indent}publicNotification=`,
          ...(ofPublic ? content(ofPublic, 2 * RECORD_INDENT) : [`${indent}${indent}None`]),
        ]
      : content(own, RECORD_INDENT)),
    ...stateLines(system, record).map((line) => indent + line),
  ];
}

/** NotificationManager.IMPORTANCE_LOW, IMPORTANCE_HIGH. */
function importanceOf({ silent }: Notification): number {
  return silent ? 2 : 4;
}

/** AOSP Notification.toString. */
function notificationText({ channel, messages, publicVersion }: Notification, hasBlocks: boolean) {
  const kind = hasBlocks ? 'shortcut=null' : 'pri=0';
  const category = messages ? ' category=msg' : '';
  const hidden = publicVersion
    ? ` publicVersion=Notification(channel=${channel} ${kind} contentView=null vibrate=null sound=null defaults=0x0 flags=0x0 color=0x00000000 vis=PRIVATE)`
    : '';
  return `Notification(channel=${channel} ${kind} contentView=null vibrate=null sound=null defaults=0x0 flags=${FLAG_AUTO_CANCEL} color=0x${COLOR}${category} vis=PRIVATE${hidden})`;
}

function contentLines({ packageName, id, postedAtMs }: Notification, sdk: number): string[] {
  const intent = (what: string) =>
    `PendingIntent{${hexId(`${what}${id}`)}: PendingIntentRecord{${hexId(`${id}${what}`)} ${packageName} startActivity}}`;
  const views = ['contentView=null', 'bigContentView=null', 'headsUpContentView=null'];
  const head = [
    'fullscreenIntent=null',
    `contentIntent=${intent('content')}`,
    `deleteIntent=${intent('delete')}`,
  ];
  if (sdk < BLOCKS_SDK) {
    // Without a line's end between the two, as Android 9 prints it.
    return [...head, 'tickerText=null', ...views, `color=0x${COLOR}      timeout=0`];
  }
  return [
    ...head,
    'number=0',
    'groupAlertBehavior=0',
    `when=${postedAtMs}`,
    'tickerText=null',
    ...(sdk >= VISIBILITY_SDK ? ['vis=0'] : []),
    ...views,
    `color=0x${COLOR}`,
    'timeout=0',
  ];
}

/** From this API level on a notification's visibility has a line (Android 14). */
const VISIBILITY_SDK = 34;

function stateLines({ clock, uptimeMs }: AndroidSystem, record: Notification) {
  const { postedAtMs, channel } = record;
  const importance = importanceOf(record);
  const elapsedMs = postedAtMs - (clock.now() - uptimeMs);
  return [
    `stats=SingleNotificationStats{posttimeElapsedMs=${elapsedMs}, posttimeToFirstClickMs=-1, posttimeToDismissMs=-1, airtimeCount=0, airtimeMs=0, currentAirtimeStartElapsedMs=-1, airtimeExpandedMs=0, posttimeToFirstVisibleExpansionMs=-1, currentAirtimeExpandedStartElapsedMs=-1, requestedImportance=${importance}, naturalImportance=${importance}, isNoisy=${String(!record.silent)}}`,
    'mContactAffinity=0.0',
    'mRecentlyIntrusive=true',
    'mPackagePriority=0',
    'mPackageVisibility=-1000',
    `mImportance=${record.silent ? 'LOW' : 'HIGH'}`,
    'mImportanceExplanation=app',
    'mIsAppImportanceLocked=false',
    'mIntercept=false',
    'mHidden==false',
    'mGlobalSortKey=crtcl=0x0000:intrsv=1:grnk=0x0001:gsmry=1:null:rnk=0x0001',
    `mRankingTimeMs=${postedAtMs}`,
    `mCreationTimeMs=${postedAtMs}`,
    'mVisibleSinceMs=0',
    `mUpdateTimeMs=${postedAtMs}`,
    'mSuppressedVisualEffects= 0',
    'mSound= content://settings/system/notification_sound',
    'mVibration= null',
    'mAttributes= AudioAttributes: usage=USAGE_NOTIFICATION content=CONTENT_TYPE_SONIFICATION flags=0x800 tags= bundle=null',
    'mLight= null',
    'mShowBadge=true',
    'mColorized=false',
    'mIsInterruptive=true',
    `effectiveNotificationChannel=NotificationChannel{mId='${channel}', mName=Messages, mDescription=, mImportance=${importance}, mBypassDnd=false, mLockscreenVisibility=-1000}`,
    'mAdjustments=[]',
  ];
}

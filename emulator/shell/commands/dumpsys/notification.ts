import type { Notification } from '../../../android/notification-manager.ts';
import type { AndroidSystem } from '../../../android/system.ts';
import { hexId } from '../../hex-id.ts';
import { type Dump, lines } from './dump.ts';

/** `dumpsys notification [--noredact]` (AOSP NotificationRecord.dump). */
export const dumpNotification: Dump = ({ system, args }) => {
  const isRedacted = !args.includes('--noredact');
  const records = system.notifications.list();
  return lines(
    'Current Notification Manager state:',
    '  Notification List:',
    records.flatMap((record) => describe(system, record, isRedacted)),
    '  ',
    '  mMaxPackageEnqueueRate=5.0',
    '  mMuteHAL=false',
  );
};

function describe(system: AndroidSystem, record: Notification, isRedacted: boolean): string[] {
  const { packageName, id, tag = null, title, text, channel, postedAtMs } = record;
  const uid = system.packages.get(packageName)?.uid ?? 1000;
  const key = `0|${packageName}|${id}|${tag}|${uid}`;
  const show = (value: string) => (isRedacted ? `[length=${value.length}]` : `(${value})`);
  return [
    `    NotificationRecord(0x0${hexId(key)}: pkg=${packageName} user=UserHandle{0} id=${id} tag=${tag} importance=4 key=${key}: Notification(channel=${channel} shortcut=null contentView=null vibrate=null sound=null defaults=0x0 flags=0x10 color=0xff1a73e8 vis=PRIVATE))`,
    `      uid=${uid} userId=0`,
    `      flags=AUTO_CANCEL`,
    `      key=${key}`,
    `      seen=false`,
    `      extras={`,
    `          android.title=String ${show(title)}`,
    `          android.text=String ${show(text)}`,
    `          android.showWhen=Boolean (true)`,
    `      }`,
    `      stats=SingleNotificationStats{posttimeElapsedMs=${postedAtMs - (system.bootedAtMs ?? postedAtMs)}}`,
    `      mCreationTimeMs=${postedAtMs}`,
  ];
}

import type { Profile } from '../../profiles/profile.ts';

/** The system's updater, by the activity that shows its dialog. */
export const SYSTEM_UPDATE = {
  packageName: 'com.android.updater',
  className: 'com.android.updater.UpdateActivity',
} as const;

/** The store that phones for China have, and GetApps of all others; the activity's name is ours. */
export function appUpdateOf({ region }: Profile) {
  const packageName = region === 'cn' ? 'com.xiaomi.market' : 'com.xiaomi.mipicks';
  return { packageName, className: `${packageName}.ui.UpdateDialogActivity` } as const;
}

import type { Profile } from '../../profiles/profile.ts';
import type { SystemApp } from './installed-package.ts';

/**
 * Packages of the system image that run without a screen of their own here: `ps` lists their
 * processes, notifications come from them.
 */
export function platformPackages(profile: Profile): SystemApp[] {
  const build = { versionName: profile.androidVersion, versionCode: profile.sdk, activities: [] };
  return [
    {
      ...build,
      packageName: 'android',
      label: 'Android System',
      uid: 1000,
      apkPath: '/system/framework/framework-res.apk',
    },
    {
      ...build,
      packageName: 'com.android.phone',
      label: 'Phone Services',
      uid: 1001,
      apkPath: '/system/priv-app/TeleService/TeleService.apk',
    },
    {
      ...build,
      packageName: 'com.android.shell',
      label: 'Shell',
      uid: 2000,
      apkPath: '/system/priv-app/Shell/Shell.apk',
    },
    {
      ...build,
      packageName: 'com.android.systemui',
      label: 'System UI',
      uid: 10105,
      apkPath: '/system_ext/priv-app/MiuiSystemUI/MiuiSystemUI.apk',
    },
  ];
}

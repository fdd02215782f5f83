import { type Dump, lines } from './dump.ts';

/** `dumpsys deviceidle [whitelist [+PACKAGE|-PACKAGE] …]` (AOSP DeviceIdleController). */
export const dumpDeviceIdle: Dump = ({ system, args }) => {
  const [verb, ...changes] = args;
  const { idleWhitelist } = system.power;
  if (verb !== 'whitelist') {
    return lines('  Settings:', '  mEnabled=true', '  mState=ACTIVE mLightState=ACTIVE');
  }
  if (changes.length === 0) {
    return lines(
      'system,com.android.shell,2000',
      'system,com.android.providers.downloads,10012',
      [...idleWhitelist].map((name) => `user,${name},${system.packages.get(name)?.uid ?? 0}`),
    );
  }
  return lines(
    changes.map((change) => {
      const packageName = change.slice(1);
      if (change.startsWith('-')) {
        return idleWhitelist.delete(packageName) ? `Removed: ${packageName}` : '';
      }
      if (!system.packages.get(packageName)) return `Unknown package: ${packageName}`;
      idleWhitelist.add(packageName);
      return `Added: ${packageName}`;
    }),
  );
};

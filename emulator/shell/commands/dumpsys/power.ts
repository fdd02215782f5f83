import { type Dump, lines } from './dump.ts';

/** BatteryManager.BATTERY_PLUGGED_USB */
const PLUGGED_USB = 2;

/** `dumpsys power` (AOSP PowerManagerService.dumpInternal). */
export const dumpPower: Dump = ({ system }) => {
  const { screenOn, battery } = system.power;
  const setting = (name: string) => Number(system.settings.get('global', name) ?? '0');
  const plugType = battery.charging ? PLUGGED_USB : 0;
  const staysOn = (setting('stay_on_while_plugged_in') & plugType) !== 0;
  // On the charger the system saves nothing, whatever the setting says.
  const isSaving = setting('low_power') === 1 && !battery.charging;
  return lines(
    'POWER MANAGER (dumpsys power)',
    '',
    'Power Manager State:',
    '  Settings power_manager_constants:',
    '    no_cached_wake_locks=true',
    '  mDirty=0x0',
    `  mWakefulness=${screenOn ? 'Awake' : 'Asleep'}`,
    '  mWakefulnessChanging=false',
    `  mIsPowered=${battery.charging}`,
    `  mPlugType=${plugType}`,
    `  mBatteryLevel=${battery.levelPercent}`,
    '  mDeviceIdleMode=false',
    '  mLightDeviceIdleMode=false',
    '  mSystemReady=true',
    '  mBootCompleted=true',
    '  mHoldingWakeLockSuspendBlocker=false',
    `  mHoldingDisplaySuspendBlocker=${screenOn}`,
    `  mStayOn=${staysOn}`,
    '',
    'Settings and Configuration:',
    `  mStayOnWhilePluggedInSetting=${setting('stay_on_while_plugged_in')}`,
    `  mScreenOffTimeoutSetting=${system.settings.get('system', 'screen_off_timeout')}`,
    '',
    `Display Power: state=${screenOn ? 'ON' : 'OFF'}`,
    '',
    'Wake Locks: size=0',
    '',
    `Battery Saver is currently: ${isSaving ? 'ON' : 'OFF'}`,
    '',
    'Suspend Blockers: size=4',
    `  PowerManagerService.Display: ref count=${screenOn ? 1 : 0}`,
  );
};

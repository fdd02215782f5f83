import { type Dump, lines } from './dump.ts';

/** `dumpsys power` (AOSP PowerManagerService.dumpInternal). */
export const dumpPower: Dump = ({ system }) => {
  const { screenOn, battery } = system.power;
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
    `  mPlugType=${battery.charging ? 2 : 0}`,
    `  mBatteryLevel=${battery.levelPercent}`,
    '  mDeviceIdleMode=false',
    '  mLightDeviceIdleMode=false',
    '  mSystemReady=true',
    '  mBootCompleted=true',
    '  mHoldingWakeLockSuspendBlocker=false',
    `  mHoldingDisplaySuspendBlocker=${screenOn}`,
    `  mStayOn=${system.settings.get('global', 'stay_on_while_plugged_in') !== '0'}`,
    '',
    'Settings and Configuration:',
    `  mScreenOffTimeoutSetting=${system.settings.get('system', 'screen_off_timeout')}`,
    '',
    `Display Power: state=${screenOn ? 'ON' : 'OFF'}`,
    '',
    'Wake Locks: size=0',
    '',
    'Suspend Blockers: size=4',
    `  PowerManagerService.Display: ref count=${screenOn ? 1 : 0}`,
  );
};

import type { AppDefinition } from '../../android/activity.ts';
import { USB_DEBUGGING_ACTIVITY } from '../../android/adb-keys.ts';
import { RECENTS_ACTIVITY } from '../../android/recents.ts';
import { followLowBattery } from '../system-alerts/low-battery.tsx';
import { followNotResponding } from '../system-alerts/not-responding.tsx';
import { LockScreen } from './lock-screen.tsx';
import { RecentsActivity } from './recents-activity.tsx';
import { UsbDebuggingActivity } from './usb-debugging-activity.tsx';

const { packageName, className } = USB_DEBUGGING_ACTIVITY;

/** System UI, as far as it is more than what emulator/ui draws around every app. */
export const systemUiApp: AppDefinition = {
  packageName,
  label: 'System UI',
  versionName: '16',
  versionCode: 36,
  uid: 10105,
  activities: [
    {
      className,
      exported: false,
      translucent: true,
      create: (system, intent) => new UsbDebuggingActivity(system, packageName, intent),
    },
    {
      className: RECENTS_ACTIVITY.className,
      exported: false,
      orientation: 'portrait',
      create: (system, intent) => new RecentsActivity(system, packageName, intent),
    },
  ],
  onBoot: (system) => {
    new LockScreen(system).start();
    followNotResponding(system);
    followLowBattery(system);
  },
};

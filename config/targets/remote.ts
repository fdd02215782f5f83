import { connectedPhones } from './connected.ts';
import type { Target } from './target.ts';

/**
 * Phones whose Appium server runs somewhere else (MI_APPIUM_URL). What is asked of the phone over
 * adb goes to the adb server that ANDROID_ADB_SERVER_ADDRESS and ANDROID_ADB_SERVER_PORT name.
 */
export const remoteTarget: Target = { name: 'remote', open: connectedPhones };

import type { Journey } from '../journey.ts';
import type { ScenePhone } from '../scene-phone.ts';

const SETTINGS = 'com.android.settings';
const securityId = (name: string) => ({ id: `com.miui.securitycenter:id/${name}` });
/** How long each warning of the Security app must be looked at. */
const READING_MS = 5000;

/** What stands between adb and the phone. */
export const gates: Journey = {
  async *walk(phone) {
    const { adbKeys, gates, usbInstalls } = phone.system;
    phone.system.activities.home();
    void adbKeys.ask('QAAAAHtnHJ0= engineer@laptop');
    yield 'Allow USB debugging?';
    await phone.click({ id: 'android:id/button1' });
    gates.set('usb-install', 'ask');
    void usbInstalls.permit('io.appium.settings');
    await phone.seeText('usb_install_title');
    yield 'Install via USB?';
    await phone.click({ id: 'android:id/button2' });
    gates.set('usb-install', 'deny');
    gates.set('adb-input', 'off');
    yield* developerOptions(phone);
    yield* lockScreen(phone);
  },
};

async function* developerOptions(phone: ScenePhone): AsyncGenerator<string> {
  phone.launch(SETTINGS, `${SETTINGS}.Settings$DevelopmentSettingsActivity`);
  yield 'Developer options';
  await phone.click({ id: 'com.android.settings:id/adb_install' });
  await phone.seeText('gate_needs_account');
  yield 'Install via USB: refused';
  phone.waitUntilQuiet();
  await phone.click({ id: 'com.android.settings:id/adb_input' });
  for (const page of [1, 2, 3]) {
    await phone.waitFor(securityId('accept'));
    yield `Security settings: page ${page}`;
    phone.clock.advance(READING_MS);
    await phone.click(securityId('accept'));
  }
  phone.waitUntilQuiet();
}

function* lockScreen(phone: ScenePhone): Generator<string> {
  const { gates, keyguard } = phone.system;
  gates.set('lock-screen', 'oem');
  keyguard.lock();
  yield 'Lock screen';
  keyguard.dismiss();
  yield 'Lock screen: PIN';
}

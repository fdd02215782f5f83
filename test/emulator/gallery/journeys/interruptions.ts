import type { Journey } from '../journey.ts';
import { openDialog } from '../../../../emulator/android/dialogs/dialogs.ts';
import type { ScenePhone } from '../scene-phone.ts';

const KEYCODE_APP_SWITCH = 187;
const CALLER = '+12015550100';
const SETTINGS = 'com.android.settings';

/** What comes in between. */
export const interruptions: Journey = {
  async *walk(phone) {
    const { system } = phone;
    phone.launch(SETTINGS, `${SETTINGS}.MiuiSettings`);
    yield* dialogs(phone);
    system.power.setBattery({ levelPercent: 15, charging: false });
    yield 'Low battery';
    system.power.setBattery({ levelPercent: 84, charging: true });
    yield* calls(phone);
    system.activities.home();
    system.windows.input.keyEvent(KEYCODE_APP_SWITCH);
    yield 'Recent apps';
  },
};

function* dialogs(phone: ScenePhone): Generator<string> {
  const { system } = phone;
  openDialog(system, 'permission', { package: 'com.xiaomi.account' });
  yield 'Permission';
  phone.back();
  openDialog(system, 'anr', { package: 'com.xiaomi.account' });
  yield 'App not responding';
  system.appErrors.wait();
  openDialog(system, 'system-update', {});
  yield 'System update';
  phone.back();
  openDialog(system, 'app-update', {});
  yield 'App update';
  phone.back();
  openDialog(system, 'unknown', {});
  yield 'Weather warning';
  phone.back();
}

function* calls({ system }: ScenePhone): Generator<string> {
  system.calls.ring(CALLER, 'heads-up');
  yield 'Call comes in';
  system.calls.expand();
  yield 'Call: full screen';
  system.calls.answer();
  yield 'Call: answered';
  system.calls.end();
}

/** @jsxImportSource #ui */
import type { AndroidSystem } from '../../android/system.ts';
import { DialogPanel, MESSAGE_STYLE } from '../../ui/components/dialog-panel.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { TextView } from '../../ui/widgets.tsx';
import { format, stringsFor } from '../strings/index.ts';
import { systemDialogIds } from '../system-dialog.ts';
import { SystemAlert } from './system-alert.ts';

const PACKAGE = 'com.android.systemui';
/** Below this, nothing is said yet; from here on upwards a warning is taken back. */
const LOW_PERCENT = 20;
const VERY_LOW_PERCENT = 10;
const FINE_PERCENT = 30;

/**
 * The warning of a low battery, as MIUI 10's System UI has it (com.android.systemui.power.PowerUI): at
 * less than 20 %, again at 10 %, while nothing charges the phone, it stands upright and does not ring; a charger, or a
 * battery that is fine again, closes it.
 */
export function followLowBattery(system: AndroidSystem): void {
  const { power, windows } = system;
  const alert = new SystemAlert(windows);
  let before = { bucket: bucketOf(power.battery.levelPercent), charging: power.battery.charging };
  power.onChanged(() => {
    const { levelPercent, charging } = power.battery;
    const now = { bucket: bucketOf(levelPercent), charging };
    const isWorse = now.bucket < before.bucket || before.charging;
    if (!charging && isWorse && now.bucket < 0) {
      if (system.display.rotation % 2 === 0 && system.calls.state !== 1) show();
    } else if (charging || now.bucket > 0) alert.hide();
    before = now;
  });

  function show(): void {
    const close = () => alert.hide();
    alert.show({
      packageName: PACKAGE,
      title: 'LowBattery',
      render: () => lowBattery(system, close),
      onBack: close,
    });
  }
}

/** PowerUI.findBatteryLevelBucket: the lower, the worse; below 0 the person is warned. */
function bucketOf(levelPercent: number): number {
  if (levelPercent >= FINE_PERCENT) return 1;
  if (levelPercent >= LOW_PERCENT) return 0;
  return levelPercent <= VERY_LOW_PERCENT ? -2 : -1;
}

function lowBattery(system: AndroidSystem, close: () => void): UiNode {
  const strings = stringsFor(system);
  const save = () => {
    system.settings.put('global', 'low_power', '1');
    close();
  };
  return (
    <DialogPanel
      ids={systemDialogIds(PACKAGE)}
      title={strings.low_battery_title}
      buttons={[
        { id: 'android:id/button2', text: strings.low_battery_ok, onClick: close },
        {
          id: 'android:id/button1',
          text: strings.low_battery_saver,
          primary: true,
          onClick: save,
        },
      ]}
    >
      <TextView
        id={`${PACKAGE}:id/battery_level`}
        text={format(strings.low_battery_level, system.power.battery.levelPercent)}
        style={MESSAGE_STYLE}
      />
    </DialogPanel>
  );
}

/** @jsxImportSource #ui */
import { appLabel } from '../../android/packages/app-label.ts';
import type { AndroidSystem } from '../../android/system.ts';
import { SecondaryButton } from '../../ui/components/buttons.tsx';
import { DialogPanel } from '../../ui/components/dialog-panel.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { LinearLayout } from '../../ui/widgets.tsx';
import { format, stringsFor } from '../strings/index.ts';
import { SystemAlert } from './system-alert.ts';

const PACKAGE = 'android';

/**
 * "… isn't responding", as AOSP has it (AppNotRespondingDialog, layout app_anr_dialog): back does
 * nothing. Without a receiver of reports it has no third button.
 */
export function followNotResponding(system: AndroidSystem): void {
  const { appErrors, windows } = system;
  const alert = new SystemAlert(windows);
  appErrors.onChanged(() => {
    const packageName = appErrors.notResponding;
    if (packageName === undefined) {
      alert.hide();
      return;
    }
    alert.show({
      packageName: PACKAGE,
      title: `Application Not Responding: ${packageName}`,
      render: () => notResponding(system, packageName),
      onBack: () => {},
    });
  });
}

function notResponding(system: AndroidSystem, packageName: string): UiNode {
  const { appErrors } = system;
  const strings = stringsFor(system);
  return (
    <DialogPanel
      ids={{ title: `${PACKAGE}:id/alertTitle` }}
      title={format(strings.anr_activity_application, appLabel(system, packageName))}
    >
      <LinearLayout important={false} style={{ gap: 10 }}>
        <SecondaryButton
          id={`${PACKAGE}:id/aerr_close`}
          text={strings.aerr_close_app}
          onClick={() => appErrors.close()}
        />
        <SecondaryButton
          id={`${PACKAGE}:id/aerr_wait`}
          text={strings.aerr_wait}
          onClick={() => appErrors.wait()}
        />
      </LinearLayout>
    </DialogPanel>
  );
}

/** @jsxImportSource #ui */
import type { AdbKeyAnswer } from '../../android/adb-keys.ts';
import { ConsentRow } from '../../ui/components/fields.tsx';
import { DialogPanel } from '../../ui/components/dialog-panel.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { LinearLayout } from '../../ui/widgets.tsx';
import { DialogActivity } from '../dialog-activity.tsx';
import { format, stringsFor } from '../strings/index.ts';
import { systemDialogIds } from '../system-dialog.ts';

/** "Allow USB debugging?" (AOSP SystemUI, UsbDebuggingActivity); whoever goes back says no. */
export class UsbDebuggingActivity extends DialogActivity {
  readonly #request = this.system.adbKeys.request;
  #always = false;

  override onDestroy(): void {
    this.#request?.answer('never');
  }

  protected override renderDialog(): UiNode {
    const strings = stringsFor(this.system);
    return (
      <DialogPanel
        ids={systemDialogIds('android')}
        title={strings.usb_debugging_title}
        message={format(strings.usb_debugging_message, this.#request?.fingerprint ?? '')}
        buttons={[
          {
            id: 'android:id/button2',
            text: strings.usb_debugging_cancel,
            onClick: () => this.#answer('never'),
          },
          {
            id: 'android:id/button1',
            text: strings.usb_debugging_allow,
            primary: true,
            onClick: () => this.#answer(this.#always ? 'always' : 'once'),
          },
        ]}
      >
        <LinearLayout important={false} style={{ marginBottom: 18 }}>
          <ConsentRow
            checkBoxId="com.android.internal:id/alwaysUse"
            checked={this.#always}
            onToggle={(checked) => {
              this.#always = checked;
              this.redraw();
            }}
            spans={[{ text: strings.usb_debugging_always }]}
          />
        </LinearLayout>
      </DialogPanel>
    );
  }

  #answer(answer: AdbKeyAnswer): void {
    this.#request?.answer(answer);
    this.finish();
  }
}

/** @jsxImportSource #ui */
import { DialogPanel } from '../../ui/components/dialog-panel.tsx';
import { ConsentRow } from '../../ui/components/fields.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { LinearLayout } from '../../ui/widgets.tsx';
import { DialogActivity } from '../dialog-activity.tsx';
import { format, stringsFor } from '../strings/index.ts';
import { systemDialogIds } from '../system-dialog.ts';
import { Countdown } from './countdown.ts';
import { securityId } from './ids.ts';

/** How long the person may think. */
const PATIENCE_S = 10;

/** "Install via USB?": comes at every installation and, left alone, denies it. */
export class AdbInstallActivity extends DialogActivity {
  readonly #request = this.system.usbInstalls.request;
  #doNotAsk = false;
  #countdown: Countdown | undefined;

  override onCreate(): void {
    super.onCreate();
    this.#countdown = new Countdown(this.system.clock, PATIENCE_S, (secondsLeft) => {
      if (secondsLeft === 0) this.finish();
      else this.redraw();
    });
  }

  override onDestroy(): void {
    this.#countdown?.stop();
    this.#request?.answer(false);
  }

  protected override renderDialog(): UiNode {
    const strings = stringsFor(this.system);
    const secondsLeft = this.#countdown?.secondsLeft ?? PATIENCE_S;
    return (
      <DialogPanel
        ids={systemDialogIds(this.packageName)}
        title={strings.usb_install_title}
        message={format(strings.usb_install_message, this.#request?.packageName ?? '')}
        buttons={[
          {
            id: 'android:id/button2',
            text: format(strings.usb_install_deny, secondsLeft),
            onClick: () => this.#answer(false),
          },
          {
            id: 'android:id/button1',
            text: strings.usb_install_allow,
            primary: true,
            onClick: () => this.#answer(true),
          },
        ]}
      >
        <LinearLayout important={false} style={{ marginBottom: 18 }}>
          <ConsentRow
            checkBoxId={securityId('do_not_ask_checkbox')}
            checked={this.#doNotAsk}
            onToggle={(checked) => {
              this.#doNotAsk = checked;
              this.redraw();
            }}
            spans={[{ text: strings.usb_install_do_not_ask }]}
          />
        </LinearLayout>
      </DialogPanel>
    );
  }

  #answer(isAllowed: boolean): void {
    if (this.#doNotAsk) this.system.gates.set('usb-install', isAllowed ? 'allow' : 'deny');
    this.#request?.answer(isAllowed);
    this.finish();
  }
}

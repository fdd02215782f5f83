/** @jsxImportSource #ui */
import { DialogPanel } from '../ui/components/dialog-panel.tsx';
import type { UiNode } from '../ui/jsx-runtime.ts';
import { DialogActivity } from './dialog-activity.tsx';

/** What a dialog of two buttons, or of one, says. */
export interface Notice {
  readonly ids: { readonly title: string; readonly message: string; readonly buttonPanel: string };
  readonly title: string;
  readonly message: string;
  /** `android:id/button1`, the blue one. */
  readonly positive: string;
  /** `android:id/button2` */
  readonly negative?: string | undefined;
}

/** A dialog of an app that every button closes. */
export abstract class NoticeActivity extends DialogActivity {
  /** In the phone's language of the moment. */
  protected abstract notice(): Notice;

  protected override renderDialog(): UiNode {
    const { positive, negative, ...said } = this.notice();
    const close = () => this.finish();
    return (
      <DialogPanel
        {...said}
        buttons={[
          ...(negative === undefined
            ? []
            : [{ id: 'android:id/button2', text: negative, onClick: close }]),
          { id: 'android:id/button1', text: positive, primary: true, onClick: close },
        ]}
      />
    );
  }
}

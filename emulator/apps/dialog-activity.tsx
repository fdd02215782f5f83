/** @jsxImportSource #ui */
import { Activity } from '../android/activity.ts';
import type { UiNode } from '../ui/jsx-runtime.ts';
import { FrameLayout } from '../ui/widgets.tsx';

const TRANSPARENT = 'rgba(0, 0, 0, 0)';

/** An activity that is a dialog over whatever is on the screen; closing the dialog ends it. */
export abstract class DialogActivity extends Activity {
  /** Draws the dialog anew. */
  protected redraw = () => {};

  override onCreate(): void {
    const dialog = this.showDialog({
      canceledOnTouchOutside: false,
      onDismiss: () => this.finish(),
      render: () => this.renderDialog(),
    });
    this.redraw = () => dialog.invalidate();
  }

  protected abstract renderDialog(): UiNode;

  override render(): UiNode {
    return <FrameLayout style={{ grow: 1, background: TRANSPARENT }} />;
  }
}

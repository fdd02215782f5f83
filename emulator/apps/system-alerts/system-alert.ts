import type { UiNode } from '../../ui/jsx-runtime.ts';
import type { WindowHandle, WindowManager } from '../../ui/window-manager.ts';

interface SystemAlertSpec {
  readonly packageName: string;
  /** Of its window, as `dumpsys window` tells it. */
  readonly title: string;
  render(): UiNode;
  /** Back was pressed. A touch beside it does nothing. */
  onBack(): void;
}

/** A dialog of the system's own, above every activity; it is there or it is not. */
export class SystemAlert {
  readonly #windows: WindowManager;
  #window: WindowHandle | undefined;

  constructor(windows: WindowManager) {
    this.#windows = windows;
  }

  get shown(): boolean {
    return this.#window !== undefined;
  }

  /** Shows it, in place of what it showed before. */
  show({ onBack, ...spec }: SystemAlertSpec): void {
    this.hide();
    this.#window = this.#windows.addWindow({
      ...spec,
      kind: 'systemAlert',
      secure: () => false,
      onBack: (cause) => {
        if (cause === 'key') onBack();
      },
    });
  }

  hide(): void {
    this.#window?.remove();
    this.#window = undefined;
  }
}

import type { WindowHandle, WindowManager, WindowSpec } from '../ui/window-manager.ts';
import type {
  Activity,
  ActivityDefinition,
  ComponentName,
  DialogHandle,
  DialogSpec,
  Intent,
} from './activity.ts';

interface Placement {
  readonly component: ComponentName;
  readonly definition: ActivityDefinition;
  readonly activity: Activity;
  readonly taskId: number;
}

/** An activity on the stack with its window and dialogs (com.android.server.wm.ActivityRecord). */
export class ActivityRecord {
  readonly component: ComponentName;
  readonly definition: ActivityDefinition;
  readonly activity: Activity;
  readonly taskId: number;
  readonly #windows: WindowManager;
  readonly #window: WindowHandle;
  readonly #dialogs = new Set<WindowHandle>();
  #resumed = false;

  constructor(placement: Placement, windows: WindowManager) {
    this.component = placement.component;
    this.definition = placement.definition;
    this.activity = placement.activity;
    this.taskId = placement.taskId;
    this.#windows = windows;
    this.#window = windows.addWindow(
      {
        ...this.#windowSpec(),
        kind: 'activity',
        orientation: this.definition.orientation,
        render: () => this.activity.render(),
        onBack: () => this.activity.onBackPressed(),
      },
      false,
    );
  }

  get state(): 'RESUMED' | 'STOPPED' {
    return this.#resumed ? 'RESUMED' : 'STOPPED';
  }

  /** Connects the activity to the system and lets it set itself up. */
  create(system: { finish(): void; startActivity(intent: Intent): void }): void {
    this.activity.host = {
      invalidate: () => this.#window.invalidate(),
      ...system,
      showDialog: (spec) => this.#showDialog(spec),
      hideKeyboard: () => ([...this.#dialogs].at(-1) ?? this.#window).hideKeyboard(),
    };
    this.activity.onCreate();
  }

  resume(): void {
    this.#resumed = true;
    this.#setShown(true);
    this.activity.onResume();
  }

  pause(): void {
    this.#resumed = false;
    this.activity.onPause();
    this.#setShown(false);
  }

  /** Whether it is seen although it is not in front, through a translucent activity. */
  showBehind(shown: boolean): void {
    if (!this.#resumed) this.#setShown(shown);
  }

  destroy(): void {
    if (this.#resumed) this.pause();
    for (const dialog of this.#dialogs) dialog.remove();
    this.#dialogs.clear();
    this.#window.remove();
    this.activity.onDestroy();
    this.activity.lifetime.abort();
  }

  #setShown(shown: boolean): void {
    this.#window.setShown(shown);
    for (const dialog of this.#dialogs) dialog.setShown(shown);
  }

  #windowSpec(): Pick<WindowSpec, 'packageName' | 'title' | 'secure'> {
    const { packageName, className } = this.component;
    return {
      packageName,
      title: `${packageName}/${className}`,
      secure: () => this.activity.secure,
    };
  }

  #showDialog(spec: DialogSpec): DialogHandle {
    const dismiss = () => {
      if (!this.#dialogs.delete(window)) return;
      window.remove();
      spec.onDismiss?.();
    };
    const window = this.#windows.addWindow(
      {
        ...this.#windowSpec(),
        kind: 'dialog',
        render: () => spec.render(),
        onBack: (cause) => {
          if (cause === 'key' || spec.canceledOnTouchOutside !== false) dismiss();
        },
      },
      this.#resumed,
    );
    this.#dialogs.add(window);
    return { invalidate: () => window.invalidate(), dismiss };
  }
}

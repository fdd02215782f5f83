/** @jsxRuntime automatic @jsxImportSource #ui */
import type { ToastEvent } from '../../android/accessibility.ts';
import type { Clock } from '../../android/clock.ts';
import { theme } from '../themes/theme.ts';
import type { UiWindowSpec } from '../window-spec.ts';
import { FrameLayout, TextView } from '../widgets.tsx';

/** Toast.LENGTH_SHORT */
const SHOWN_MS = 2000;

const FADE_MS = 250;

interface Toast {
  readonly packageName: string;
  readonly text: string;
}

/** Shows toasts one after another (NotificationManagerService's toast queue). */
export class Toasts {
  readonly #clock: Clock;
  readonly #open: (spec: UiWindowSpec) => { remove(): void };
  readonly #listeners = new Set<(event: ToastEvent) => void>();
  #waiting: Toast[] = [];
  #closeShown: (() => void) | undefined;

  constructor(clock: Clock, open: (spec: UiWindowSpec) => { remove(): void }) {
    this.#clock = clock;
    this.#open = open;
  }

  show(toast: Toast): void {
    this.#waiting.push(toast);
    if (!this.#closeShown) this.#next();
  }

  onToast(listener: (event: ToastEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  stop(): void {
    this.#waiting = [];
    this.#closeShown?.();
  }

  #next(): void {
    const toast = this.#waiting.shift();
    if (!toast) return;
    const shownAtMs = this.#clock.now();
    const endsAtMs = shownAtMs + SHOWN_MS;
    const window = this.#open({
      kind: 'toast',
      packageName: toast.packageName,
      title: null,
      render: () => <ToastPanel text={toast.text} />,
      opacity: () => {
        const nowMs = this.#clock.now();
        const faded = Math.min(nowMs - shownAtMs, endsAtMs - nowMs) / FADE_MS;
        return Math.max(0, Math.min(1, faded));
      },
    });
    const cancel = this.#clock.after(SHOWN_MS, () => {
      this.#closeShown?.();
      this.#next();
    });
    this.#closeShown = () => {
      this.#closeShown = undefined;
      cancel();
      window.remove();
    };
    const { packageName, text } = toast;
    for (const listener of this.#listeners) listener({ packageName, text, atMs: shownAtMs });
  }
}

function ToastPanel({ text }: { text: string }) {
  const { toast } = theme();
  return (
    <FrameLayout style={{ align: 'center', paddingHorizontal: 32, paddingVertical: 12 }}>
      <TextView
        id="android:id/message"
        text={text}
        style={{
          textSize: 14,
          color: toast.ink,
          textAlign: 'center',
          background: toast.background,
          radius: toast.radius,
          paddingHorizontal: 20,
          paddingVertical: 11,
          elevation: 8,
        }}
      />
    </FrameLayout>
  );
}

/** @jsxImportSource #ui */
import { Activity, type DialogHandle, type Intent } from '../../android/activity.ts';
import { SECURE_PROPERTY } from '../../android/gates/properties.ts';
import type { AndroidSystem } from '../../android/system.ts';
import { DialogPanel, LoadingPanel } from '../../ui/components/dialog-panel.tsx';
import { stringsFor, type Strings } from '../strings/index.ts';
import { noticeOf, PassportError, RequestCancelled, type NoticePlans } from './errors.ts';
import { PassportClient } from './passport-client.ts';

/**
 * Says at a field what was wrong with it.
 * @param code the service's error code, by which a page with several fields knows which one
 */
type InlineNotice = (text: string, code?: string) => void;

/** An activity that talks to the account service: waits visibly and tells what went wrong. */
export abstract class PassportActivity extends Activity {
  readonly strings: Strings;
  /** What this app tells in another way than the current generation of the account app. */
  protected readonly notices: NoticePlans = {};

  constructor(system: AndroidSystem, packageName: string, intent: Intent) {
    super(system, packageName, intent);
    this.strings = stringsFor(system);
  }

  override get secure(): boolean {
    return this.system.properties.get(SECURE_PROPERTY) === '1';
  }

  /**
   * Runs `task`; a failure is told to the person, through `inline` if it belongs to a field. What
   * `inline` said of an earlier try is taken back first.
   */
  run(task: () => Promise<void>, inline?: InlineNotice): void {
    inline?.('');
    task().catch((error: unknown) => this.#tell(error, inline));
  }

  /** Asks the account service until the activity is gone or `cancelled` is aborted. */
  clientUntil(cancelled: AbortSignal): PassportClient {
    return new PassportClient(this.system, AbortSignal.any([this.lifetime.signal, cancelled]));
  }

  /** Shows a progress dialog for as long as `work` takes; back cancels the work's requests. */
  async busy<T>(text: string, work: (client: PassportClient) => Promise<T>): Promise<T> {
    const dismissed = new AbortController();
    const dialog = this.showDialog({
      canceledOnTouchOutside: false,
      onDismiss: () => dismissed.abort(),
      render: () => <LoadingPanel text={text} id={this.viewId('message')} />,
    });
    try {
      return await work(this.clientUntil(dismissed.signal));
    } finally {
      dialog.dismiss();
    }
  }

  /** A message with one button. */
  showMessage(message: string, title?: string): DialogHandle {
    const dialog = this.showDialog({
      render: () => (
        <DialogPanel
          ids={{ title: this.viewId('title'), message: this.viewId('message') }}
          {...(title === undefined ? {} : { title })}
          message={message}
          buttons={[
            {
              id: this.viewId('positive'),
              text: this.strings.ok,
              primary: true,
              onClick: () => dialog.dismiss(),
            },
          ]}
        />
      ),
    });
    return dialog;
  }

  /** Full resource name of a view of this app. */
  viewId(name: string): string {
    return `${this.packageName}:id/${name}`;
  }

  #tell(error: unknown, inline?: InlineNotice): void {
    if (error instanceof RequestCancelled || this.lifetime.signal.aborted) return;
    if (!(error instanceof PassportError)) {
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.system.logcat.write('E', 'PassportActivity', trace);
      this.toast(this.strings.passport_unknown_error);
      return;
    }
    const notice = noticeOf(error, this.strings, this.notices);
    if (notice.as === 'dialog') this.showMessage(notice.text, notice.title);
    else if (notice.as === 'inline' && inline) inline(notice.text, error.code);
    else this.toast(notice.text);
  }
}

import { NoticeActivity, type Notice } from '../notice-activity.tsx';
import { stringsFor } from '../strings/index.ts';
import { systemDialogIds } from '../system-dialog.ts';

/**
 * An alert dialog as any app may bring up, with the system's ids. `extras` may have a `title`, a
 * `message` and one or two `buttons`, the last of which is the blue one.
 */
export class WeatherAlertActivity extends NoticeActivity {
  protected override notice(): Notice {
    const strings = stringsFor(this.system);
    const { title, message, buttons } = (this.intent.extras ?? {}) as {
      readonly title?: string;
      readonly message?: string;
      readonly buttons?: readonly string[];
    };
    const positive = buttons?.at(-1) ?? strings.weather_close;
    return {
      ids: systemDialogIds('android'),
      title: title ?? strings.weather_title,
      message: message ?? strings.weather_message,
      positive,
      negative: buttons?.at(-2),
    };
  }
}

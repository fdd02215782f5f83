import { appLabel } from '../../android/packages/app-label.ts';
import { NoticeActivity, type Notice } from '../notice-activity.tsx';
import { format, stringsFor } from '../strings/index.ts';
import { systemDialogIds } from '../system-dialog.ts';

/** A new version of the store itself is there, without which it does not go on. */
export class AppUpdateActivity extends NoticeActivity {
  protected override notice(): Notice {
    const strings = stringsFor(this.system);
    const app = appLabel(this.system, this.packageName);
    return {
      ids: systemDialogIds(this.packageName),
      title: strings.app_update_title,
      message: format(strings.app_update_message, app),
      positive: strings.app_update_now,
      negative: strings.app_update_later,
    };
  }
}

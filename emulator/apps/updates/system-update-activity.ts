import { NoticeActivity, type Notice } from '../notice-activity.tsx';
import { stringsFor } from '../strings/index.ts';
import { systemDialogIds } from '../system-dialog.ts';

/** Whether updates of the system may be installed by themselves. */
export class SystemUpdateActivity extends NoticeActivity {
  protected override notice(): Notice {
    const strings = stringsFor(this.system);
    return {
      ids: systemDialogIds(this.packageName),
      title: strings.auto_update_title,
      message: strings.auto_update_message,
      positive: strings.auto_update_yes,
      negative: strings.auto_update_no,
    };
  }
}

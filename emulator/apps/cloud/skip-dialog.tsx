/** @jsxImportSource #ui */
import { DialogPanel } from '../../ui/components/dialog-panel.tsx';
import type { PassportActivity } from '../account/passport-activity.tsx';
import { systemDialogIds } from '../system-dialog.ts';

/** "Don't use Xiaomi Cloud?" The agreement stays, or it is left without consent. */
export function askSkipCloud(activity: PassportActivity): void {
  const { strings } = activity;
  const dialog = activity.showDialog({
    render: () => (
      <DialogPanel
        ids={systemDialogIds(activity.packageName)}
        title={strings.cloud_skip_title}
        message={strings.cloud_skip_message}
        stacked
        buttons={[
          {
            id: 'android:id/button1',
            text: strings.cloud_use,
            primary: true,
            onClick: () => dialog.dismiss(),
          },
          {
            id: 'android:id/button2',
            text: strings.cloud_dont_use,
            onClick: () => {
              dialog.dismiss();
              activity.finish();
            },
          },
        ]}
      />
    ),
  });
}

/** @jsxImportSource #ui */
import { Activity } from '../../android/activity.ts';
import { SwitchRow } from '../../ui/components/list-row.tsx';
import { Card, Page, PageHeader } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { RecyclerView } from '../../ui/widgets.tsx';
import { ADB_INPUT_APPLY } from '../security-center/ids.ts';
import { installObstacle } from '../security-center/requirements.ts';
import { stringsFor } from '../strings/index.ts';
import { settingsId, titleIds } from './ids.ts';

export const DEVELOPER_OPTIONS = {
  packageName: 'com.android.settings',
  className: 'com.android.settings.Settings$DevelopmentSettingsActivity',
} as const;

const ids = (name: string) => ({
  row: settingsId(name),
  title: 'android:id/title',
  summary: 'android:id/summary',
  switch: 'android:id/checkbox',
});

/** Developer options, as far as they are about adb: `enable_adb`, `adb_install`, `adb_input`. */
export class DeveloperOptionsActivity extends Activity {
  #unsubscribe: (() => void)[] = [];

  override onCreate(): void {
    const { gates } = this.system;
    const invalidate = () => this.invalidate();
    this.#unsubscribe = [
      gates.onChanged('adb-input', invalidate),
      gates.onChanged('usb-install', invalidate),
    ];
  }

  override onDestroy(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
  }

  override render(): UiNode {
    const { gates } = this.system;
    const strings = stringsFor(this.system);
    return (
      <Page>
        <PageHeader
          title={strings.developer_options}
          titleIds={titleIds(this.system.profile)}
          backLabel={strings.passport_back}
          onBack={() => this.finish()}
        />
        <RecyclerView id={settingsId('recycler_view')}>
          <Card line={false}>
            {/* Without adb an emulated phone could not be reached any more: it stays on. */}
            <SwitchRow
              ids={ids('enable_adb')}
              title={strings.usb_debugging}
              summary={strings.usb_debugging_summary}
              checked
              enabled={false}
              onToggle={() => {}}
            />
            <SwitchRow
              ids={ids('adb_install')}
              title={strings.adb_install}
              summary={strings.adb_install_summary}
              checked={gates.get('usb-install') !== 'deny'}
              onToggle={(checked) => this.#setInstall(checked)}
            />
            <SwitchRow
              ids={ids('adb_input')}
              title={strings.adb_input}
              summary={strings.adb_input_summary}
              checked={gates.get('adb-input') === 'on'}
              onToggle={(checked) => this.#setInput(checked)}
            />
          </Card>
        </RecyclerView>
      </Page>
    );
  }

  #setInstall(on: boolean): void {
    const obstacle = on ? installObstacle(this.system) : undefined;
    if (obstacle) this.toast(stringsFor(this.system)[obstacle]);
    else this.system.gates.set('usb-install', on ? 'ask' : 'deny');
  }

  #setInput(on: boolean): void {
    if (on) this.startActivity({ component: ADB_INPUT_APPLY });
    else this.system.gates.set('adb-input', 'off');
  }
}

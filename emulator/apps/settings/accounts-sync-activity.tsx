/** @jsxImportSource #ui */
import { ListRow, SwitchRow } from '../../ui/components/list-row.tsx';
import { Card, Page, PageHeader } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { RecyclerView } from '../../ui/widgets.tsx';
import { PassportActivity } from '../account/passport-activity.tsx';
import { xiaomiAccount } from '../account/xiaomi-account.ts';
import { changeCloudSwitches } from '../cloud/change-switches.ts';
import { cloudSwitches, isWifiOnly, storeWifiOnly } from '../cloud/cloud-switches.ts';
import { CLOUD_MAIN } from '../cloud/ids.ts';
import { ADD_ACCOUNT, settingsId, titleIds } from './ids.ts';
import { ROW_IDS } from './row-ids.ts';

const ids = (name: string) => ({ ...ROW_IDS, row: settingsId(name) });

/** Accounts & sync: what Xiaomi Cloud does, changed from Settings. */
export class AccountsSyncActivity extends PassportActivity {
  #unsubscribe: (() => void)[] = [];

  override onCreate(): void {
    const invalidate = () => this.invalidate();
    this.#unsubscribe = [
      this.system.accounts.onChanged(invalidate),
      this.system.settings.onChanged(invalidate),
    ];
  }

  override onDestroy(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
  }

  override render(): UiNode {
    const { strings, system } = this;
    const account = xiaomiAccount(system);
    const switches = cloudSwitches(system);
    return (
      <Page>
        <PageHeader
          title={strings.accounts_sync}
          titleIds={titleIds(system.profile)}
          backLabel={strings.passport_back}
          onBack={() => this.finish()}
        />
        <RecyclerView id={settingsId('recycler_view')}>
          <Card>
            <SwitchRow
              ids={ids('sync_enable')}
              title={strings.sync_enable}
              enabled={account !== undefined}
              checked={account !== undefined && switches.sync}
              onToggle={(sync) =>
                account && changeCloudSwitches(this, account, { ...switches, sync })
              }
            />
            <SwitchRow
              ids={ids('wifi_only')}
              title={strings.wifi_only}
              checked={isWifiOnly(system)}
              onToggle={(on) => storeWifiOnly(system, on)}
            />
          </Card>
          <Card>
            <ListRow
              ids={ids('xiaomi_cloud_service')}
              title={strings.cloud_title}
              value={account?.nickname ?? ''}
              onClick={() => this.startActivity({ component: CLOUD_MAIN })}
            />
          </Card>
          <Card line={false}>
            <ListRow
              ids={ids('add_account')}
              title={strings.add_account}
              onClick={() => this.startActivity({ component: ADD_ACCOUNT })}
            />
          </Card>
        </RecyclerView>
      </Page>
    );
  }
}

/** @jsxImportSource #ui */
import { SwitchRow } from '../../ui/components/list-row.tsx';
import { AppBar, Card, LargeTitle, Page } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { ScrollView, TextView } from '../../ui/widgets.tsx';
import { AGREEMENT_VERSION } from '../account/legal.tsx';
import { PassportActivity } from '../account/passport-activity.tsx';
import { xiaomiAccount, type XiaomiAccount } from '../account/xiaomi-account.ts';
import { cloudSwitches, storeCloudSwitches, type CloudSwitches } from './cloud-switches.ts';

/** Xiaomi Cloud's own page, where the switches of the agreement can be changed later. */
export class CloudMainActivity extends PassportActivity {
  override render(): UiNode {
    const { strings } = this;
    const account = xiaomiAccount(this.system);
    return (
      <Page>
        <AppBar backLabel={strings.passport_back} onBack={() => this.finish()} />
        <LargeTitle text={strings.cloud_title} />
        {account ? (
          this.#switchList(account)
        ) : (
          <TextView text={strings.cloud_signed_out} style={{ marginHorizontal: 28 }} />
        )}
      </Page>
    );
  }

  #switchList(account: XiaomiAccount): UiNode {
    const { strings } = this;
    const switches = cloudSwitches(this.system);
    const change = (changed: CloudSwitches) => this.run(() => this.#store(account, changed));
    return (
      <ScrollView>
        <Card>
          <SwitchRow
            title={strings.cloud_sync}
            summary={strings.cloud_sync_summary}
            checked={switches.sync}
            onToggle={(sync) => change({ ...switches, sync })}
          />
          <SwitchRow
            title={strings.cloud_find_device}
            summary={strings.cloud_find_device_summary}
            checked={switches.findDevice}
            onToggle={(findDevice) => change({ ...switches, findDevice })}
          />
        </Card>
      </ScrollView>
    );
  }

  async #store(account: XiaomiAccount, switches: CloudSwitches): Promise<void> {
    await this.busy(this.strings.passport_dialog_loading, (client) =>
      client.consentToCloud(account.token, { agreement: AGREEMENT_VERSION, ...switches }),
    );
    storeCloudSwitches(this.system, switches);
    this.invalidate();
  }
}

/** @jsxImportSource #ui */
import { ListRow } from '../../ui/components/list-row.tsx';
import { Card, Page, PageHeader } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { TILES } from '../../ui/theme.ts';
import { PassportActivity } from '../account/passport-activity.tsx';
import { xiaomiAccount } from '../account/xiaomi-account.ts';
import { cloudSwitches } from './cloud-switches.ts';
import { FIND_DEVICE } from './ids.ts';
import { SignedOutText, SyncItems } from './sync-items.tsx';

/** Xiaomi Cloud's own page, where the switches of the agreement can be changed later. */
export class CloudMainActivity extends PassportActivity {
  override onResume(): void {
    this.invalidate();
  }

  override render(): UiNode {
    const { strings } = this;
    const account = xiaomiAccount(this.system);
    const { findDevice } = cloudSwitches(this.system);
    return (
      <Page>
        <PageHeader
          title={strings.cloud_title}
          backLabel={strings.passport_back}
          onBack={() => this.finish()}
        />
        {account ? (
          <SyncItems activity={this} account={account}>
            <Card>
              <ListRow
                title={strings.cloud_find_device_title}
                icon="crosshairs"
                iconColor={TILES.orange}
                value={findDevice ? strings.on : strings.off}
                onClick={() => this.startActivity({ component: FIND_DEVICE })}
              />
            </Card>
          </SyncItems>
        ) : (
          <SignedOutText activity={this} />
        )}
      </Page>
    );
  }
}

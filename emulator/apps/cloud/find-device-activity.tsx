/** @jsxImportSource #ui */
import { SwitchRow } from '../../ui/components/list-row.tsx';
import { Card, Page, PageHeader } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { ScrollView, TextView } from '../../ui/widgets.tsx';
import { PassportActivity } from '../account/passport-activity.tsx';
import { xiaomiAccount } from '../account/xiaomi-account.ts';
import { changeCloudSwitches } from './change-switches.ts';
import { cloudSwitches } from './cloud-switches.ts';
import { SignedOutText } from './sync-items.tsx';

/** The switch of Find device. */
export class FindDeviceSettingsActivity extends PassportActivity {
  override render(): UiNode {
    const { strings, system } = this;
    const account = xiaomiAccount(system);
    const switches = cloudSwitches(system);
    return (
      <Page>
        <PageHeader
          title={strings.cloud_find_device_title}
          backLabel={strings.passport_back}
          onBack={() => this.finish()}
        />
        {account ? (
          <ScrollView>
            <Card line={false}>
              <SwitchRow
                title={strings.cloud_find_device}
                summary={strings.cloud_find_device_summary}
                checked={switches.findDevice}
                onToggle={(findDevice) =>
                  changeCloudSwitches(this, account, { ...switches, findDevice })
                }
              />
            </Card>
            <TextView
              text={strings.cloud_find_device_about}
              style={{
                textSize: 13,
                lineHeight: 19,
                color: COLORS.textSecondary,
                marginHorizontal: theme().textMargin,
                marginVertical: 12,
              }}
            />
          </ScrollView>
        ) : (
          <SignedOutText activity={this} />
        )}
      </Page>
    );
  }
}

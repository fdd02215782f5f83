/** @jsxImportSource #ui */
import { ListRow } from '../../../ui/components/list-row.tsx';
import { AppBar, Card, Page } from '../../../ui/components/page.tsx';
import type { UiNode } from '../../../ui/jsx-runtime.ts';
import { ScrollView } from '../../../ui/widgets.tsx';
import { accountId } from '../ids.ts';
import { PassportActivity } from '../passport-activity.tsx';

/** Where the account is signed in. The service knows of no devices, so that it is this one alone. */
export class AccountDevicesActivity extends PassportActivity {
  override render(): UiNode {
    const { strings } = this;
    return (
      <Page>
        <AppBar
          title={strings.account_bind_devices}
          titleId={accountId('action_bar_title')}
          backLabel={strings.passport_back}
          onBack={() => this.finish()}
        />
        <ScrollView>
          <Card line={false}>
            <ListRow
              ids={{ title: 'android:id/title', summary: 'android:id/summary' }}
              icon="cellphone"
              title={this.system.profile.name}
              summary={strings.this_device}
              arrow={false}
            />
          </Card>
        </ScrollView>
      </Page>
    );
  }
}

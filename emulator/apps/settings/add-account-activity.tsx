/** @jsxImportSource #ui */
import { Activity } from '../../android/activity.ts';
import { ListRow } from '../../ui/components/list-row.tsx';
import { Card, Page, PageHeader } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS, TILES } from '../../ui/theme.ts';
import { RecyclerView } from '../../ui/widgets.tsx';
import { ACCOUNT_SETTINGS } from '../account/ids.ts';
import { xiaomiAccount } from '../account/xiaomi-account.ts';
import { stringsFor } from '../strings/index.ts';
import { settingsId, titleIds } from './ids.ts';
import { ROW_IDS } from './row-ids.ts';

/**
 * Add account: which kinds of accounts the phone can have (AOSP's AddAccountSettings and
 * ChooseAccountFragment). It ends by itself once an account has been added. With one kind only, AOSP
 * leaves the list out; the other one here leads nowhere.
 */
export class AddAccountActivity extends Activity {
  #unsubscribe = () => {};

  override onCreate(): void {
    this.#unsubscribe = this.system.accounts.onChanged(() => {
      if (xiaomiAccount(this.system)) this.finish();
    });
  }

  override onDestroy(): void {
    this.#unsubscribe();
  }

  override render(): UiNode {
    const { system } = this;
    const strings = stringsFor(system);
    return (
      <Page>
        <PageHeader
          title={strings.add_account}
          titleIds={titleIds(system.profile)}
          backLabel={strings.passport_back}
          onBack={() => this.finish()}
        />
        <RecyclerView id={settingsId('recycler_view')}>
          <Card line={false}>
            <ListRow
              ids={ROW_IDS}
              icon="account"
              iconColor={COLORS.brand}
              title={strings.account_title}
              onClick={() => this.startActivity({ component: ACCOUNT_SETTINGS })}
            />
            <ListRow
              ids={ROW_IDS}
              icon="account"
              iconColor={TILES.blue}
              title={strings.account_of_google}
            />
          </Card>
        </RecyclerView>
      </Page>
    );
  }
}

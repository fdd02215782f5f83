/** @jsxImportSource #ui */
import { SecondaryButton } from '../../../ui/components/buttons.tsx';
import { ListRow } from '../../../ui/components/list-row.tsx';
import { AppBar, Card, Page } from '../../../ui/components/page.tsx';
import type { UiNode } from '../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../ui/theme.ts';
import { ImageView, LinearLayout, ScrollView, TextView } from '../../../ui/widgets.tsx';
import { CLOUD_MAIN } from '../../cloud/ids.ts';
import { accountId } from '../ids.ts';
import { PassportActivity } from '../passport-activity.tsx';
import { maskedPhone } from '../phone-text.ts';
import { signOut } from '../sign-out.tsx';
import { xiaomiAccount, type XiaomiAccount } from '../xiaomi-account.ts';
import { ACTION_BAR_TITLE, LOGIN } from './ids.ts';
import { CLASSIC_NOTICES } from './notices.ts';

/** The way in from Settings: the account's home, or the login where nobody is signed in. */
export class AccountSettingsActivity extends PassportActivity {
  protected override readonly notices = CLASSIC_NOTICES;

  override onCreate(): void {
    if (xiaomiAccount(this.system)) return;
    this.startActivity({ component: LOGIN });
    this.finish();
  }

  override onResume(): void {
    this.invalidate();
  }

  override render(): UiNode {
    const account = xiaomiAccount(this.system);
    const { strings } = this;
    return (
      <Page style={{ background: COLORS.card }}>
        <AppBar
          title={strings.account_title}
          titleId={ACTION_BAR_TITLE}
          backLabel={strings.passport_back}
          onBack={() => this.finish()}
        />
        {account ? this.#home(account) : null}
      </Page>
    );
  }

  #home(account: XiaomiAccount): UiNode {
    const { strings } = this;
    return (
      <ScrollView>
        {this.#head(account)}
        <Card>
          <ListRow
            title={strings.account_user_phone}
            summary={maskedPhone(account.phone)}
            arrow={false}
          />
          <ListRow
            title={strings.account_cloud}
            onClick={() => this.startActivity({ component: CLOUD_MAIN })}
          />
        </Card>
        <LinearLayout
          important={false}
          style={{ paddingHorizontal: 20, paddingTop: 32, paddingBottom: 24 }}
        >
          <SecondaryButton
            id={accountId('logout_btn')}
            text={strings.logout_account}
            onClick={() => signOut(this, account)}
            style={{ color: COLORS.danger }}
          />
        </LinearLayout>
      </ScrollView>
    );
  }

  #head({ id, nickname }: XiaomiAccount): UiNode {
    return (
      <LinearLayout
        important={false}
        style={{ direction: 'row', align: 'center', gap: 16, padding: 20 }}
      >
        <ImageView
          id={accountId('user_avatar')}
          icon="account"
          style={{
            width: 64,
            height: 64,
            padding: 14,
            radius: 32,
            background: COLORS.brand,
            color: COLORS.onColor,
          }}
        />
        <LinearLayout important={false} style={{ grow: 1, shrink: 1, gap: 2 }}>
          <TextView id={accountId('user_name')} text={nickname} style={{ textSize: 20 }} />
          <TextView
            id={accountId('user_id')}
            text={id}
            style={{ textSize: 14, color: COLORS.textSecondary }}
          />
        </LinearLayout>
      </LinearLayout>
    );
  }
}

/** @jsxImportSource #ui */
import type { ComponentName } from '../../../android/activity.ts';
import { ListRow } from '../../../ui/components/list-row.tsx';
import { AppBar, Card, Page } from '../../../ui/components/page.tsx';
import type { UiNode } from '../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../ui/theme.ts';
import { theme } from '../../../ui/themes/theme.ts';
import { Button, ImageView, LinearLayout, ScrollView, TextView } from '../../../ui/widgets.tsx';
import { CLOUD_MAIN } from '../../cloud/ids.ts';
import { accountId } from '../ids.ts';
import { PassportActivity } from '../passport-activity.tsx';
import { maskedPhone } from '../phone-text.ts';
import { signOut } from '../sign-out.tsx';
import { xiaomiAccount, type XiaomiAccount } from '../xiaomi-account.ts';
import { ACCOUNT_DEVICES, ACCOUNT_SECURITY } from './ids.ts';
import { LOGIN } from './login/ids.ts';

/** The way in from Settings: the account's home, or the login where nobody is signed in. */
export class AccountSettingsActivity extends PassportActivity {
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
      <Page>
        <AppBar
          title={strings.account_title}
          titleId={accountId('action_bar_title')}
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
        <LinearLayout style={{ align: 'center', marginTop: 12, marginBottom: 24 }}>
          <ImageView
            id={accountId('pref_account_avatar')}
            icon="account"
            style={{
              width: 84,
              height: 84,
              padding: 18,
              radius: 42,
              background: theme().colors.accentSoft,
              color: theme().colors.accent,
            }}
          />
          <TextView
            text={account.nickname}
            style={{ textSize: 20, fontWeight: 500, marginTop: 12 }}
          />
        </LinearLayout>
        <Card>
          {this.#row('user_name', strings.account_user_name, account.nickname)}
          {this.#row('user_id', strings.account_user_id, account.id)}
          {this.#row('user_phone', strings.account_user_phone, maskedPhone(account.phone))}
        </Card>
        <Card>
          {this.#link('account_security', strings.account_security, ACCOUNT_SECURITY)}
          {this.#link('bind_devices', strings.account_bind_devices, ACCOUNT_DEVICES)}
          {this.#link('cloud', strings.account_cloud, CLOUD_MAIN)}
        </Card>
        <Button
          id={accountId('logout_btn')}
          text={strings.logout_account}
          clickable
          onClick={() => signOut(this, account)}
          style={{
            minHeight: 52,
            marginHorizontal: 12,
            marginBottom: 24,
            radius: 20,
            background: COLORS.card,
            color: COLORS.danger,
            textSize: 16,
          }}
        />
      </ScrollView>
    );
  }

  #row(name: string, title: string, value: string): UiNode {
    return (
      <ListRow
        ids={{
          row: accountId(`pref_account_${name}`),
          title: 'android:id/title',
          value: accountId('text_right'),
        }}
        title={title}
        value={value}
        arrow={false}
      />
    );
  }

  #link(name: string, title: string, component: ComponentName): UiNode {
    return (
      <ListRow
        ids={{ row: accountId(`pref_${name}`), title: 'android:id/title' }}
        title={title}
        onClick={() => this.startActivity({ component })}
      />
    );
  }
}

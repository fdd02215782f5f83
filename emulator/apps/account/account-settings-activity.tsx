/** @jsxImportSource #ui */
import { DialogPanel } from '../../ui/components/dialog-panel.tsx';
import { ListRow } from '../../ui/components/list-row.tsx';
import { AppBar, Card, Page } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { Button, ImageView, LinearLayout, ScrollView, TextView } from '../../ui/widgets.tsx';
import { forgetCloudSwitches } from '../cloud/cloud-switches.ts';
import { CLOUD_MAIN } from '../cloud/ids.ts';
import { PassportError } from './errors.ts';
import { ACCOUNT_LOGIN, accountId } from './ids.ts';
import { PassportActivity } from './passport-activity.tsx';
import { maskedPhone } from './phone-text.ts';
import { removeXiaomiAccount, xiaomiAccount, type XiaomiAccount } from './xiaomi-account.ts';

/** The way in from Settings: the account's home, or the login where nobody is signed in. */
export class AccountSettingsActivity extends PassportActivity {
  override onCreate(): void {
    if (xiaomiAccount(this.system)) return;
    this.startActivity({ component: ACCOUNT_LOGIN });
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
          <ListRow
            ids={{ title: 'android:id/title' }}
            title={strings.account_cloud}
            onClick={() => this.startActivity({ component: CLOUD_MAIN })}
          />
        </Card>
        <Button
          id={accountId('logout_btn')}
          text={strings.logout_account}
          clickable
          onClick={() => this.#askSignOut(account)}
          style={{
            height: 52,
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

  #askSignOut(account: XiaomiAccount): void {
    const { strings } = this;
    const signOut = () => {
      dialog.dismiss();
      this.run(() => this.#signOut(account));
    };
    const dialog = this.showDialog({
      render: () => (
        <DialogPanel
          ids={{ title: accountId('alertTitle'), message: accountId('message') }}
          title={strings.sign_out_title}
          message={strings.sign_out_message}
          buttons={[
            { id: 'android:id/button2', text: strings.sign_out_remove, onClick: signOut },
            {
              id: 'android:id/button1',
              text: strings.sign_out_keep,
              primary: true,
              onClick: signOut,
            },
          ]}
        />
      ),
    });
  }

  async #signOut(account: XiaomiAccount): Promise<void> {
    try {
      await this.busy(this.strings.signing_out, (client) => client.signOut(account.token));
    } catch (error) {
      // The service has forgotten the session: there is nothing left to sign out from.
      const isGone = error instanceof PassportError && error.code === 'NOT_SIGNED_IN';
      if (!isGone) {
        if (error instanceof PassportError) this.toast(this.strings.logout_failed);
        throw error;
      }
    }
    removeXiaomiAccount(this.system, account.id);
    forgetCloudSwitches(this.system);
    this.finish();
  }
}

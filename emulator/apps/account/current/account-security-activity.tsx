/** @jsxImportSource #ui */
import { ListRow } from '../../../ui/components/list-row.tsx';
import { AppBar, Card, Page } from '../../../ui/components/page.tsx';
import type { UiNode } from '../../../ui/jsx-runtime.ts';
import { ScrollView } from '../../../ui/widgets.tsx';
import { accountId } from '../ids.ts';
import { PassportActivity } from '../passport-activity.tsx';
import { maskedPhone } from '../phone-text.ts';
import { xiaomiAccount } from '../xiaomi-account.ts';

/** How the account is protected, as far as the service tells. */
export class AccountSecurityActivity extends PassportActivity {
  /** `undefined` until the service has told. */
  #hasPassword: boolean | undefined;

  override onCreate(): void {
    const token = xiaomiAccount(this.system)?.token ?? '';
    this.run(async () => {
      const known = await this.clientUntil(this.lifetime.signal).account(token);
      this.#hasPassword = known.hasPassword;
      this.invalidate();
    });
  }

  override render(): UiNode {
    const { strings } = this;
    const account = xiaomiAccount(this.system);
    return (
      <Page>
        <AppBar
          title={strings.account_security}
          titleId={accountId('action_bar_title')}
          backLabel={strings.passport_back}
          onBack={() => this.finish()}
        />
        <ScrollView>
          <Card line={false}>
            <ListRow
              ids={{ title: 'android:id/title', summary: 'android:id/summary' }}
              title={strings.password_hint}
              summary={this.#passwordState()}
              arrow={false}
            />
            <ListRow
              ids={{ title: 'android:id/title', summary: 'android:id/summary' }}
              title={strings.account_user_phone}
              summary={maskedPhone(account?.phone ?? '')}
              arrow={false}
            />
          </Card>
        </ScrollView>
      </Page>
    );
  }

  #passwordState(): string {
    const { strings } = this;
    if (this.#hasPassword === undefined) return strings.passport_loading;
    return this.#hasPassword ? strings.password_is_set : strings.password_is_not_set;
  }
}

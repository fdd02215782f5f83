/** @jsxImportSource #ui */
import type { Look } from '../../profiles/profile.ts';
import { Page, PageHeader } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { PassportActivity } from '../account/passport-activity.tsx';
import { xiaomiAccount, type XiaomiAccount } from '../account/xiaomi-account.ts';
import type { AgreementProps } from './agreement/agreement-props.ts';
import { HyperOsAgreement } from './agreement/hyperos-agreement.tsx';
import { Miui10Agreement, Miui10SyncPage } from './agreement/miui-10-agreement.tsx';
import { Miui13Agreement } from './agreement/miui-13-agreement.tsx';
import { applyCloudSwitches } from './change-switches.ts';
import { cloudSwitches, hasCloudConsent, type CloudSwitches } from './cloud-switches.ts';
import { askSkipCloud } from './skip-dialog.tsx';
import { SignedOutText, SyncItems } from './sync-items.tsx';

const AGREEMENTS: Readonly<Record<Look, (props: AgreementProps) => UiNode>> = {
  'miui-10': Miui10Agreement,
  'miui-13': Miui13Agreement,
  hyperos: HyperOsAgreement,
};

/**
 * What opens right after a sign-in: Xiaomi Cloud's agreement. For an account that has agreed, the
 * page of what is synced.
 */
export class SyncDataSettingsActivity extends PassportActivity {
  #switches: CloudSwitches = { sync: true, findDevice: true };
  /** MIUI 10 shows one page more after the agreement. */
  #step: 'agreement' | 'sync' | 'items' = hasCloudConsent(this.system) ? 'items' : 'agreement';

  override onBackPressed(): void {
    if (this.#step === 'agreement') askSkipCloud(this);
    else this.#leave();
  }

  override render(): UiNode {
    const account = xiaomiAccount(this.system);
    return <Page>{account ? this.#content(account) : <SignedOutText activity={this} />}</Page>;
  }

  #content(account: XiaomiAccount): UiNode {
    if (this.#step === 'items') return this.#items(account);
    if (this.#step === 'sync') {
      return (
        <Miui10SyncPage
          activity={this}
          sync={this.#switches.sync}
          onChange={(sync) => this.#set({ ...this.#switches, sync })}
          onContinue={() => this.#leave()}
        />
      );
    }
    const Agreement = AGREEMENTS[this.system.profile.look];
    return (
      <Agreement
        activity={this}
        switches={this.#switches}
        onChange={(switches) => this.#set(switches)}
        onAgree={() => this.run(() => this.#agree(account))}
        onSkip={() => askSkipCloud(this)}
      />
    );
  }

  #items(account: XiaomiAccount): UiNode {
    const { strings } = this;
    return [
      <PageHeader
        key="header"
        title={strings.cloud_items}
        backLabel={strings.passport_back}
        onBack={() => this.finish()}
      />,
      <SyncItems key="items" activity={this} account={account} />,
    ];
  }

  #set(switches: CloudSwitches): void {
    this.#switches = switches;
    this.invalidate();
  }

  async #agree(account: XiaomiAccount): Promise<void> {
    await applyCloudSwitches(this, account, this.#switches);
    if (this.system.profile.look === 'miui-10' && this.#switches.sync) {
      this.#step = 'sync';
      this.invalidate();
    } else this.finish();
  }

  /** The service hears of a switch that was changed after the consent. */
  #leave(): void {
    const account = xiaomiAccount(this.system);
    const isChanged = cloudSwitches(this.system).sync !== this.#switches.sync;
    if (this.#step !== 'sync' || !account || !isChanged) {
      this.finish();
      return;
    }
    this.run(async () => {
      await applyCloudSwitches(this, account, this.#switches);
      this.finish();
    });
  }
}

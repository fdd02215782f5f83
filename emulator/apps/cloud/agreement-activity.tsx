/** @jsxImportSource #ui */
import { PrimaryButton, TextButton } from '../../ui/components/buttons.tsx';
import { DialogPanel } from '../../ui/components/dialog-panel.tsx';
import { SwitchRow } from '../../ui/components/list-row.tsx';
import { Card, Page } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { ImageView, LinearLayout, ScrollView, TextView } from '../../ui/widgets.tsx';
import { AGREEMENT_VERSION, agreementSpans } from '../account/legal.tsx';
import { PassportActivity } from '../account/passport-activity.tsx';
import { xiaomiAccount } from '../account/xiaomi-account.ts';
import { storeCloudSwitches, type CloudSwitches } from './cloud-switches.ts';
import { CLOUD_LEGAL } from './ids.ts';

/**
 * Xiaomi Cloud's agreement, shown right after a sign-in. The real page's resource names are not
 * known, so its views have none.
 */
export class CloudAgreementActivity extends PassportActivity {
  #switches: CloudSwitches = { sync: true, findDevice: true };

  override onBackPressed(): void {
    this.#askSkip();
  }

  override render(): UiNode {
    const { strings } = this;
    return (
      <Page>
        <LinearLayout
          style={{
            direction: 'row',
            justify: 'end',
            align: 'center',
            height: 52,
            paddingHorizontal: 24,
          }}
        >
          <TextButton text={strings.cloud_skip} onClick={() => this.#askSkip()} />
        </LinearLayout>
        <ScrollView>
          <LinearLayout style={{ align: 'center', paddingHorizontal: 36, marginBottom: 28 }}>
            <ImageView
              icon="cloud"
              style={{
                width: 88,
                height: 88,
                padding: 18,
                radius: 44,
                marginTop: 12,
                background: theme().colors.accentSoft,
                color: theme().colors.accent,
              }}
            />
            <TextView
              text={strings.cloud_title}
              style={{ textSize: 28, marginTop: 20, marginBottom: 8 }}
            />
            <TextView
              text={strings.cloud_intro}
              style={{
                textSize: 15,
                lineHeight: 22,
                color: COLORS.textSecondary,
                textAlign: 'center',
              }}
            />
          </LinearLayout>
          <Card>
            <SwitchRow
              title={strings.cloud_sync}
              summary={strings.cloud_sync_summary}
              checked={this.#switches.sync}
              onToggle={(sync) => this.#set({ ...this.#switches, sync })}
            />
            <SwitchRow
              title={strings.cloud_find_device}
              summary={strings.cloud_find_device_summary}
              checked={this.#switches.findDevice}
              onToggle={(findDevice) => this.#set({ ...this.#switches, findDevice })}
            />
          </Card>
          <TextView
            text={strings.cloud_later_hint}
            style={{ textSize: 13, color: COLORS.textSecondary, marginHorizontal: 28 }}
          />
        </ScrollView>
        <LinearLayout style={{ paddingHorizontal: 24, paddingBottom: 24, gap: 16 }}>
          <TextView
            spans={agreementSpans(
              this,
              strings.cloud_agreement.replace('%3$s', strings.cloud_agree),
              CLOUD_LEGAL,
            )}
            style={{
              textSize: 13,
              lineHeight: 19,
              color: COLORS.textSecondary,
              textAlign: 'center',
            }}
          />
          <PrimaryButton text={strings.cloud_agree} onClick={() => this.run(() => this.#agree())} />
        </LinearLayout>
      </Page>
    );
  }

  #set(switches: CloudSwitches): void {
    this.#switches = switches;
    this.invalidate();
  }

  async #agree(): Promise<void> {
    const token = xiaomiAccount(this.system)?.token ?? '';
    const switches = this.#switches;
    await this.busy(this.strings.passport_dialog_loading, (client) =>
      client.consentToCloud(token, { agreement: AGREEMENT_VERSION, ...switches }),
    );
    storeCloudSwitches(this.system, switches);
    this.finish();
  }

  #askSkip(): void {
    const { strings } = this;
    const dialog = this.showDialog({
      render: () => (
        <DialogPanel
          title={strings.cloud_skip_title}
          message={strings.cloud_skip_message}
          stacked
          buttons={[
            {
              id: 'android:id/button1',
              text: strings.cloud_use,
              primary: true,
              onClick: () => dialog.dismiss(),
            },
            {
              id: 'android:id/button2',
              text: strings.cloud_dont_use,
              onClick: () => {
                dialog.dismiss();
                this.finish();
              },
            },
          ]}
        />
      ),
    });
  }
}

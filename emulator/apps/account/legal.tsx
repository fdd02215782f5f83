/** @jsxImportSource #ui */
import { Activity, type ComponentName } from '../../android/activity.ts';
import { Page, PageHeader } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import type { TextSpan } from '../../ui/props.ts';
import { COLORS } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { ScrollView, TextView } from '../../ui/widgets.tsx';
import { stringsFor } from '../strings/index.ts';
import { ACCOUNT_LEGAL } from './ids.ts';

/** Sent to the service as the version of what the person accepted. */
export const AGREEMENT_VERSION = '2026-01';

type LegalDocument = 'agreement' | 'privacy';

/** Shows the user agreement or the privacy policy, whichever the extra `document` names. */
export class LicenseActivity extends Activity {
  override render(): UiNode {
    const strings = stringsFor(this.system);
    const isAgreement = (this.intent.extras?.['document'] as LegalDocument) === 'agreement';
    return (
      <Page style={{ background: COLORS.card }}>
        <PageHeader
          title={isAgreement ? strings.passport_user_agreement : strings.passport_privacy_policy}
          backLabel={strings.passport_back}
          onBack={() => this.finish()}
        />
        <ScrollView style={{ paddingHorizontal: 28 }}>
          <TextView
            text={isAgreement ? strings.user_agreement_body : strings.privacy_policy_body}
            style={{
              textSize: 15,
              lineHeight: 23,
              color: COLORS.textBody,
              marginTop: theme().bar.line ? 16 : 0,
            }}
          />
        </ScrollView>
      </Page>
    );
  }
}

/**
 * `template` with links in place of its `%1$s` (user agreement) and `%2$s` (privacy policy).
 * @param viewer the activity that shows the texts
 */
export function agreementSpans(
  activity: Activity,
  template: string,
  viewer: ComponentName = ACCOUNT_LEGAL,
): TextSpan[] {
  const strings = stringsFor(activity.system);
  const link = (text: string, document: LegalDocument): TextSpan => ({
    text,
    color: theme().colors.accent,
    onClick: () => activity.startActivity({ component: viewer, extras: { document } }),
  });
  const links: Readonly<Record<string, TextSpan>> = {
    '%1$s': link(strings.passport_user_agreement, 'agreement'),
    '%2$s': link(strings.passport_privacy_policy, 'privacy'),
  };
  return template
    .split(/(%[12]\$s)/)
    .filter((part) => part !== '')
    .map((part) => links[part] ?? { text: part });
}

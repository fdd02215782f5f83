/** @jsxImportSource #ui */
import { PrimaryButton, TextButton } from '../../../ui/components/buttons.tsx';
import { AppBar } from '../../../ui/components/page.tsx';
import type { UiNode } from '../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../ui/theme.ts';
import { theme } from '../../../ui/themes/theme.ts';
import { LinearLayout, ScrollView, TextView } from '../../../ui/widgets.tsx';
import type { AgreementProps } from './agreement-props.ts';
import { AgreementSwitches, AgreementText, CloudPicture } from './parts.tsx';

/**
 * The agreement in HyperOS: a picture over a centred title, the switches on a card. The real page's
 * resource names are not known, so its views have none.
 */
export function HyperOsAgreement(props: AgreementProps): UiNode {
  const { strings } = props.activity;
  const { textMargin } = theme();
  return [
    <AppBar
      key="bar"
      end={
        <TextButton
          text={strings.cloud_skip}
          onClick={() => props.onSkip()}
          style={{ marginRight: 8 }}
        />
      }
    />,
    <ScrollView key="content">
      <LinearLayout style={{ align: 'center', paddingHorizontal: 36, marginBottom: 28 }}>
        <CloudPicture size={88} />
        <TextView
          text={strings.cloud_title}
          style={{ textSize: 28, textAlign: 'center', marginTop: 20, marginBottom: 8 }}
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
      <AgreementSwitches {...props} />
      <TextView
        text={strings.cloud_later_hint}
        style={{
          textSize: 13,
          color: COLORS.textSecondary,
          marginHorizontal: textMargin,
          marginBottom: 16,
        }}
      />
    </ScrollView>,
    <LinearLayout
      key="buttons"
      style={{ paddingHorizontal: 24, paddingTop: 8, paddingBottom: 24, gap: 16 }}
    >
      <AgreementText
        activity={props.activity}
        button={strings.cloud_agree}
        style={{ textAlign: 'center' }}
      />
      <PrimaryButton text={strings.cloud_agree} onClick={() => props.onAgree()} />
    </LinearLayout>,
  ];
}

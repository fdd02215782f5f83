/** @jsxImportSource #ui */
import { PrimaryButton, SecondaryButton } from '../../../ui/components/buttons.tsx';
import { PageHeader } from '../../../ui/components/page.tsx';
import type { UiNode } from '../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../ui/theme.ts';
import { theme } from '../../../ui/themes/theme.ts';
import { LinearLayout, ScrollView, TextView } from '../../../ui/widgets.tsx';
import type { AgreementProps } from './agreement-props.ts';
import { AgreementSwitches, AgreementText, CloudPicture } from './parts.tsx';

/** The agreement in MIUI 13: the title at the left, "Skip" beside "Agree". */
export function Miui13Agreement(props: AgreementProps): UiNode {
  const { strings } = props.activity;
  const { textMargin } = theme();
  return [
    <PageHeader
      key="header"
      title={strings.cloud_title}
      backLabel={strings.passport_back}
      onBack={() => props.onSkip()}
    />,
    <ScrollView key="content">
      <TextView
        text={strings.cloud_intro}
        style={{
          textSize: 15,
          lineHeight: 22,
          color: COLORS.textSecondary,
          marginHorizontal: textMargin,
          marginBottom: 20,
        }}
      />
      <LinearLayout style={{ align: 'center', marginBottom: 20 }}>
        <CloudPicture size={104} />
      </LinearLayout>
      <AgreementSwitches {...props} />
      <AgreementText
        activity={props.activity}
        button={strings.cloud_agree}
        style={{ marginHorizontal: textMargin, marginTop: 8, marginBottom: 16 }}
      />
    </ScrollView>,
    <LinearLayout
      key="buttons"
      style={{
        direction: 'row',
        gap: 12,
        paddingHorizontal: 24,
        paddingTop: 8,
        paddingBottom: 24,
      }}
    >
      <SecondaryButton
        text={strings.cloud_skip}
        onClick={() => props.onSkip()}
        style={{ width: '1%', grow: 1 }}
      />
      <PrimaryButton
        text={strings.cloud_agree}
        onClick={() => props.onAgree()}
        style={{ width: '1%', grow: 1 }}
      />
    </LinearLayout>,
  ];
}

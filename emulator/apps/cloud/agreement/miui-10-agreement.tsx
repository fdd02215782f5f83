/** @jsxImportSource #ui */
import { PrimaryButton } from '../../../ui/components/buttons.tsx';
import { CheckRow } from '../../../ui/components/check-row.tsx';
import { Divider, PageHeader } from '../../../ui/components/page.tsx';
import type { UiNode } from '../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../ui/theme.ts';
import { theme } from '../../../ui/themes/theme.ts';
import { LinearLayout, ListView, Switch, ScrollView, TextView } from '../../../ui/widgets.tsx';
import { agreementSpans } from '../../account/legal.tsx';
import { CLOUD_LEGAL, cloudId } from '../ids.ts';
import type { AgreementProps } from './agreement-props.ts';
import { AgreementText } from './parts.tsx';

/** The agreement in MIUI 10: a list with check boxes, and "Continue". */
export function Miui10Agreement(props: AgreementProps): UiNode {
  const { activity, switches, onChange } = props;
  const { strings } = activity;
  return [
    <PageHeader
      key="header"
      title={strings.cloud_title}
      titleIds={{ bar: 'miui:id/action_bar_title' }}
      backLabel={strings.passport_back}
      onBack={() => props.onSkip()}
    />,
    <Intro key="intro" text={strings.cloud_intro} />,
    <ListView key="list" id="android:id/list">
      <CheckRow
        title={strings.cloud_sync}
        summary={strings.cloud_sync_summary}
        checked={switches.sync}
        onToggle={(sync) => onChange({ ...switches, sync })}
      />
      <Divider />
      <CheckRow
        title={strings.cloud_find_device}
        summary={strings.cloud_find_device_summary}
        checked={switches.findDevice}
        onToggle={(findDevice) => onChange({ ...switches, findDevice })}
      />
      <Divider />
    </ListView>,
    <Bottom key="bottom" button={strings.cloud_continue} onClick={() => props.onAgree()}>
      <AgreementText activity={activity} button={strings.cloud_continue} />
    </Bottom>,
  ];
}

interface SyncPageProps {
  readonly activity: AgreementProps['activity'];
  readonly sync: boolean;
  onChange(sync: boolean): void;
  onContinue(): void;
}

/** MIUI 10's page about syncing, which follows the list. */
export function Miui10SyncPage(props: SyncPageProps): UiNode {
  const { activity, sync, onChange } = props;
  const { strings } = activity;
  const { row } = theme();
  return [
    <PageHeader
      key="header"
      title={strings.cloud_title}
      titleIds={{ bar: 'miui:id/action_bar_title' }}
      backLabel={strings.passport_back}
      onBack={() => props.onContinue()}
    />,
    <ScrollView key="content">
      <LinearLayout
        style={{
          direction: 'row',
          align: 'center',
          gap: row.gap,
          minHeight: row.minHeight,
          paddingHorizontal: row.paddingHorizontal,
        }}
      >
        <TextView
          text={strings.cloud_sync}
          style={{ grow: 1, shrink: 1, textSize: row.titleSize, marginVertical: 10 }}
        />
        <Switch id={cloudId('provision_sw')} checked={sync} onClick={() => onChange(!sync)} />
      </LinearLayout>
      <Divider />
      <TextView
        id={cloudId('tv_dspt')}
        text={strings.cloud_sync_about}
        style={{
          textSize: 14,
          lineHeight: 20,
          color: COLORS.textSecondary,
          marginHorizontal: row.paddingHorizontal,
          marginTop: 12,
        }}
      />
    </ScrollView>,
    <Bottom key="bottom" button={strings.cloud_continue} onClick={() => props.onContinue()}>
      <TextView
        id={cloudId('privacy_policy')}
        spans={agreementSpans(activity, '%2$s', CLOUD_LEGAL)}
        style={{ textSize: 13, alignSelf: 'center', paddingVertical: 4 }}
      />
    </Bottom>,
  ];
}

function Intro({ text }: { text: string }): UiNode {
  const { textMargin } = theme();
  return (
    <TextView
      text={text}
      style={{
        textSize: 14,
        lineHeight: 20,
        color: COLORS.textSecondary,
        marginHorizontal: textMargin,
        marginVertical: 14,
      }}
    />
  );
}

interface BottomProps {
  readonly button: string;
  onClick(): void;
  readonly children?: UiNode;
}

function Bottom({ button, onClick, children }: BottomProps): UiNode {
  return (
    <LinearLayout style={{ padding: 16, gap: 12 }}>
      {children}
      <PrimaryButton id={cloudId('btn_next')} text={button} onClick={onClick} />
    </LinearLayout>
  );
}

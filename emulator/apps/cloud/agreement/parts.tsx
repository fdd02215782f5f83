/** @jsxImportSource #ui */
import { SwitchRow } from '../../../ui/components/list-row.tsx';
import { Card } from '../../../ui/components/page.tsx';
import type { UiNode } from '../../../ui/jsx-runtime.ts';
import type { Style } from '../../../ui/props.ts';
import { COLORS } from '../../../ui/theme.ts';
import { theme } from '../../../ui/themes/theme.ts';
import { ImageView, TextView } from '../../../ui/widgets.tsx';
import { agreementSpans } from '../../account/legal.tsx';
import { CLOUD_LEGAL } from '../ids.ts';
import type { AgreementProps } from './agreement-props.ts';

/** Our own drawing in place of the service's. */
export function CloudPicture({ size }: { size: number }): UiNode {
  const { colors } = theme();
  return (
    <ImageView
      icon="cloud"
      style={{
        width: size,
        height: size,
        padding: size / 5,
        radius: size / 2,
        background: colors.accentSoft,
        color: colors.accent,
      }}
    />
  );
}

/** "Sync" and "Find device". */
export function AgreementSwitches({ activity, switches, onChange }: AgreementProps): UiNode {
  const { strings } = activity;
  return (
    <Card>
      <SwitchRow
        title={strings.cloud_sync}
        summary={strings.cloud_sync_summary}
        checked={switches.sync}
        onToggle={(sync) => onChange({ ...switches, sync })}
      />
      <SwitchRow
        title={strings.cloud_find_device}
        summary={strings.cloud_find_device_summary}
        checked={switches.findDevice}
        onToggle={(findDevice) => onChange({ ...switches, findDevice })}
      />
    </Card>
  );
}

interface AgreementTextProps {
  readonly activity: AgreementProps['activity'];
  /** Of the button that accepts. */
  readonly button: string;
  readonly id?: string;
  readonly style?: Style;
}

/** What a tap on the button accepts, with links to both texts. */
export function AgreementText({ activity, button, id, style }: AgreementTextProps): UiNode {
  return (
    <TextView
      id={id}
      spans={agreementSpans(
        activity,
        activity.strings.cloud_agreement.replace('%3$s', button),
        CLOUD_LEGAL,
      )}
      style={{ textSize: 13, lineHeight: 19, color: COLORS.textSecondary, ...style }}
    />
  );
}

/** @jsxImportSource #ui */
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { theme } from '../../../../ui/themes/theme.ts';
import { ImageView, LinearLayout, TextView, View } from '../../../../ui/widgets.tsx';
import { accountId } from '../../ids.ts';
import type { AccountLoginActivity } from './login-activity.tsx';

/** Back arrow at the left, Help at the right. */
export function LoginTopBar(props: { activity: AccountLoginActivity; help: string }): UiNode {
  const { activity, help } = props;
  return (
    <LinearLayout style={{ direction: 'row', align: 'center', height: 52, paddingHorizontal: 16 }}>
      <ImageView
        id={accountId('back')}
        icon="arrow-left"
        desc={activity.strings.passport_back}
        clickable
        onClick={() => activity.back()}
        style={{ width: 40, height: 40, padding: 7, marginLeft: -8, color: COLORS.text }}
      />
      <View important={false} style={{ grow: 1 }} />
      <TextView
        id={accountId('help')}
        text={activity.strings.passport_help}
        clickable
        onClick={() => activity.showMessage(help, activity.strings.passport_help)}
        style={{ textSize: 15, color: theme().colors.accent, padding: 8, marginRight: -4 }}
      />
    </LinearLayout>
  );
}

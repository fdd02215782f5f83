/** @jsxImportSource #ui */
import { AppBar, Page } from '../../../../ui/components/page.tsx';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { LinearLayout, ScrollView, TextView } from '../../../../ui/widgets.tsx';
import type { LoginFlowActivity } from '../../login-flow.tsx';
import { ACTION_BAR_TITLE } from '../ids.ts';

interface LoginFrameProps {
  readonly activity: LoginFlowActivity;
  readonly title: string;
  readonly children: UiNode;
}

/** A white page under an action bar. */
export function LoginFrame({ activity, title, children }: LoginFrameProps): UiNode {
  return (
    <Page style={{ background: COLORS.card }}>
      <AppBar
        title={title}
        titleId={ACTION_BAR_TITLE}
        backLabel={activity.strings.passport_back}
        onBack={() => activity.back()}
      />
      <ScrollView>
        <LinearLayout
          important={false}
          style={{ paddingHorizontal: 20, paddingTop: 20, paddingBottom: 24 }}
        >
          {children}
        </LinearLayout>
      </ScrollView>
    </Page>
  );
}

/** What was wrong with the field above; takes its room also when nothing was. */
export function FieldError({ text }: { text: string }): UiNode {
  return (
    <TextView
      important={text !== ''}
      text={text}
      style={{ textSize: 13, color: COLORS.danger, minHeight: 20, marginTop: 4, marginBottom: 8 }}
    />
  );
}

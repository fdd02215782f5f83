/** @jsxRuntime automatic @jsxImportSource #ui */
import type { UiNode } from '../jsx-runtime.ts';
import { COLORS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import { LinearLayout, ProgressBar, ScrollView, TextView } from '../widgets.tsx';
import { PrimaryButton, SecondaryButton } from './buttons.tsx';

interface DialogButton {
  readonly id?: string;
  readonly text: string;
  readonly onClick: () => void;
  /** Blue instead of grey. */
  readonly primary?: boolean;
  readonly enabled?: boolean;
}

interface DialogPanelProps {
  readonly ids?: {
    readonly title?: string;
    readonly message?: string;
    /** Around the buttons. */
    readonly buttonPanel?: string;
  };
  readonly title?: string;
  readonly message?: string;
  /** Side by side, left to right; more than two, or `stacked`, stand below each other. */
  readonly buttons?: readonly DialogButton[];
  readonly stacked?: boolean;
  /** Between message and buttons. */
  readonly children?: UiNode;
}

/** Of a dialog's text between title and buttons. */
export const MESSAGE_STYLE = {
  textSize: 15,
  lineHeight: 21,
  color: COLORS.textBody,
  textAlign: 'center',
  marginBottom: 20,
} as const;

/** A dialog's card: title, message and content, which scroll if they must, and round buttons. */
export function DialogPanel(props: DialogPanelProps): UiNode {
  const { ids, title, message, buttons = [], children } = props;
  const stacked = props.stacked ?? buttons.length > 2;
  const { dialog } = theme();
  return (
    <LinearLayout
      style={{
        background: COLORS.card,
        radius: dialog.radius,
        marginHorizontal: dialog.margin,
        marginBottom: dialog.margin,
        paddingHorizontal: dialog.paddingHorizontal,
        paddingVertical: dialog.paddingHorizontal,
        shrink: 1,
      }}
    >
      <ScrollView style={{ grow: 0 }}>
        {title ? (
          <TextView
            id={ids?.title}
            text={title}
            style={{
              textSize: dialog.titleSize,
              fontWeight: dialog.titleWeight,
              textAlign: 'center',
              marginBottom: 14,
            }}
          />
        ) : null}
        {message ? <TextView id={ids?.message} text={message} style={MESSAGE_STYLE} /> : null}
        {children}
      </ScrollView>
      {buttons.length > 0 ? (
        <LinearLayout
          id={ids?.buttonPanel}
          style={{ direction: stacked ? 'column' : 'row', gap: stacked ? 10 : 12, marginTop: 4 }}
        >
          {buttons.map((button) => {
            const Kind = button.primary ? PrimaryButton : SecondaryButton;
            return (
              <Kind
                key={button.id ?? button.text}
                id={button.id}
                text={button.text}
                enabled={button.enabled}
                onClick={button.onClick}
                style={stacked ? {} : { width: '1%', grow: 1 }}
              />
            );
          })}
        </LinearLayout>
      ) : null}
    </LinearLayout>
  );
}

/** A dialog that only says that something is under way. */
export function LoadingPanel({ text, id }: { text: string; id?: string }): UiNode {
  const { dialog } = theme();
  return (
    <LinearLayout
      style={{
        direction: 'row',
        align: 'center',
        gap: 16,
        background: COLORS.card,
        radius: dialog.radius,
        paddingHorizontal: 24,
        paddingVertical: 22,
        marginHorizontal: dialog.margin,
        marginBottom: dialog.margin,
      }}
    >
      <ProgressBar style={{ width: 26, height: 26 }} />
      <TextView id={id} text={text} style={{ textSize: 16, shrink: 1 }} />
    </LinearLayout>
  );
}

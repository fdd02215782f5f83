/** @jsxRuntime automatic @jsxImportSource #ui */
import type { UiNode } from '../jsx-runtime.ts';
import type { TextSpan, ViewProps } from '../props.ts';
import { COLORS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import { CheckBox, EditText, FrameLayout, LinearLayout, TextView } from '../widgets.tsx';
import { Divider } from './page.tsx';

interface InputBoxProps {
  /** Of the grey box around the field. */
  readonly boxId?: string;
  readonly id?: string;
  /** Class of the field; default `android.widget.EditText`. */
  readonly className?: string;
  readonly text?: string;
  readonly hint?: string;
  readonly input?: ViewProps['input'];
  readonly enabled?: boolean;
  readonly onTextChange?: (text: string) => void;
  readonly onEditorAction?: () => void;
  /** Stands before the text, e.g. the country code. */
  readonly start?: UiNode;
}

/** A text field in a grey box, or over a line. */
export function InputBox(props: InputBoxProps): UiNode {
  const { text, input } = props;
  const { colors, field } = theme();
  const isBox = field.box === 'filled';
  return (
    <LinearLayout
      id={props.boxId}
      style={{
        direction: 'row',
        align: 'center',
        minHeight: field.height,
        gap: 10,
        ...(isBox
          ? { paddingHorizontal: 18, background: colors.field, radius: field.radius }
          : { paddingHorizontal: 2 }),
      }}
    >
      {isBox ? null : <Divider style={{ position: 'absolute', left: 0, right: 0, bottom: 0 }} />}
      {props.start}
      <EditText
        className={props.className}
        id={props.id}
        text={text}
        hint={props.hint}
        input={input ?? { kind: 'text' }}
        enabled={props.enabled}
        onTextChange={props.onTextChange}
        onEditorAction={props.onEditorAction}
        style={{
          grow: 1,
          shrink: 1,
          height: field.height,
          textSize: 17,
          maxLines: 1,
          autoSize: true,
        }}
      />
    </LinearLayout>
  );
}

interface CodeCellsProps {
  readonly id?: string;
  /** How many digits, and as many cells. */
  readonly length: number;
  readonly text: string;
  readonly error?: boolean;
  readonly onTextChange: (text: string) => void;
}

/**
 * A field for a short code, drawn as one cell a digit. For accessibility it is one EditText over
 * the cells whose text always reads empty.
 */
export function CodeCells(props: CodeCellsProps): UiNode {
  const { length, text, error } = props;
  const { colors, field } = theme();
  const cells = Array.from({ length }, (_, index) => index);
  const borderOf = (index: number) => {
    if (index === text.length) return { borderWidth: 1.5, borderColor: colors.accent };
    return error ? { borderWidth: 1.5, borderColor: COLORS.danger } : {};
  };
  return (
    <FrameLayout style={{ height: 56 }}>
      <LinearLayout important={false} style={{ direction: 'row', gap: 8, height: 56 }}>
        {cells.map((index) => (
          <TextView
            key={index}
            important={false}
            text={text[index] ?? ''}
            style={{
              width: '1%',
              grow: 1,
              height: 56,
              radius: Math.min(field.radius, 14),
              background: colors.field,
              textSize: 24,
              fontWeight: 500,
              textAlign: 'center',
              ...borderOf(index),
            }}
          />
        ))}
      </LinearLayout>
      <EditText
        id={props.id}
        text={text}
        accessibilityText=""
        input={{
          kind: 'number',
          maxLength: length,
          collects: true,
          autoFocus: true,
        }}
        onTextChange={props.onTextChange}
        style={{ position: 'absolute', top: 0, left: 0, right: 0, bottom: 0 }}
      />
    </FrameLayout>
  );
}

interface ConsentRowProps {
  readonly checkBoxId?: string;
  readonly textId?: string;
  readonly checked: boolean;
  readonly onToggle: (checked: boolean) => void;
  readonly spans: readonly TextSpan[];
}

/** A round check box with text beside it whose links can be tapped. */
export function ConsentRow(props: ConsentRowProps): UiNode {
  return (
    <LinearLayout style={{ direction: 'row', gap: 10 }}>
      <CheckBox
        id={props.checkBoxId}
        checked={props.checked}
        onClick={() => props.onToggle(!props.checked)}
        style={{ width: 20, height: 20 }}
      />
      <TextView
        id={props.textId}
        spans={props.spans}
        style={{ grow: 1, shrink: 1, textSize: 13, lineHeight: 19, color: COLORS.textSecondary }}
      />
    </LinearLayout>
  );
}

/** @jsxRuntime automatic @jsxImportSource #ui */
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS, KEYBOARD } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { FrameLayout, ImageView, LinearLayout, TextView } from '../../ui/widgets.tsx';
import type { Keyboard } from './keyboard.tsx';
import type { KeySpec } from './layouts.ts';

/** Widest row of the letters; narrower rows stand in the middle. */
const LETTERS_PER_ROW = 10;
const KEY_GAP = 6;

interface KeyRowProps {
  readonly keys: readonly KeySpec[];
  readonly pad: boolean;
  /** Of the touch areas, in dp. */
  readonly height: number;
  readonly keyboard: Keyboard;
}

/** A row of keys, each with its face and its touch area. */
export function KeyRow({ keys, pad, height, keyboard }: KeyRowProps): UiNode {
  const width = keys.reduce((sum, key) => sum + (key.width ?? 1), 0);
  const spare = pad ? 0 : (LETTERS_PER_ROW - width) / 2;
  return (
    <LinearLayout style={{ direction: 'row' }}>
      <Spacer width={spare} />
      {keys.map((spec, index) => (
        <Key key={index} spec={spec} pad={pad} height={height} keyboard={keyboard} />
      ))}
      <Spacer width={spare} />
    </LinearLayout>
  );
}

function Spacer({ width }: { width: number }): UiNode {
  return width > 0 ? <FrameLayout important={false} style={{ grow: width }} /> : null;
}

interface KeyProps extends Omit<KeyRowProps, 'keys'> {
  readonly spec: KeySpec;
}

function Key({ spec, pad, height, keyboard }: KeyProps): UiNode {
  const { key } = spec;
  const faceHeight = height - KEY_GAP - 2;
  const iconSize = Math.min(24, faceHeight);
  const { icon, text } = keyboard.face(key);
  const primary = typeof key === 'object' && key.action === 'action';
  const plain = typeof key === 'string' || key.action === 'space';
  const color = primary ? COLORS.onColor : KEYBOARD.ink;
  const small = typeof key === 'object';
  return (
    <FrameLayout
      desc={keyboard.label(key)}
      onClick={() => keyboard.tap(key)}
      style={{
        width: '0%',
        grow: spec.width ?? 1,
        paddingHorizontal: KEY_GAP / 2,
        paddingVertical: KEY_GAP / 2 + 1,
      }}
    >
      <FrameLayout
        important={false}
        style={{
          height: faceHeight,
          align: 'center',
          justify: 'center',
          radius: primary && !pad ? faceHeight / 2 : keyboard.keyRadius,
          background: primary ? theme().colors.accent : plain ? KEYBOARD.key : KEYBOARD.functionKey,
        }}
      >
        {icon ? (
          <ImageView
            important={false}
            icon={icon}
            style={{ width: iconSize, height: iconSize, color }}
          />
        ) : (
          <TextView
            important={false}
            text={text ?? ''}
            style={{
              textSize: Math.min(small ? 15 : pad ? 25 : 23, faceHeight * 0.6),
              textAlign: 'center',
              color: small && plain ? KEYBOARD.softInk : color,
            }}
          />
        )}
      </FrameLayout>
    </FrameLayout>
  );
}

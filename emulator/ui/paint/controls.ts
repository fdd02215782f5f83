import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { Rect } from '../../android/accessibility.ts';
import { iconPath, type IconName } from '../icons.ts';
import { COLORS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import type { View } from '../view.ts';

const ICON_UNITS = 24;
const SPINNER_TURN_MS = 900;
const SPINNER_ARC = Math.PI * 1.5;

/** Draws an icon as large as fits, in the middle of `rect`. */
export function paintIcon(context: SKRSContext2D, rect: Rect, name: IconName, color: string): void {
  const width = rect.right - rect.left;
  const height = rect.bottom - rect.top;
  const scale = Math.min(width, height) / ICON_UNITS;
  context.save();
  context.translate(
    rect.left + (width - ICON_UNITS * scale) / 2,
    rect.top + (height - ICON_UNITS * scale) / 2,
  );
  context.scale(scale, scale);
  context.fillStyle = color;
  context.fill(new Path2D(iconPath(name)));
  context.restore();
}

/** An indeterminate ProgressBar at `nowMs`. */
export function paintSpinner(
  context: SKRSContext2D,
  rect: Rect,
  color: string,
  nowMs: number,
): void {
  const radius = Math.min(rect.right - rect.left, rect.bottom - rect.top) / 2;
  const lineWidth = radius / 4;
  const from = ((nowMs % SPINNER_TURN_MS) / SPINNER_TURN_MS) * Math.PI * 2 - Math.PI / 2;
  context.save();
  context.strokeStyle = color;
  context.lineWidth = lineWidth;
  context.lineCap = 'round';
  context.beginPath();
  context.arc(
    (rect.left + rect.right) / 2,
    (rect.top + rect.bottom) / 2,
    radius - lineWidth,
    from,
    from + SPINNER_ARC,
  );
  context.stroke();
  context.restore();
}

/** A check box, round or square. */
export function paintCheckBox(
  context: SKRSContext2D,
  rect: Rect,
  view: View,
  density: number,
): void {
  const size = Math.min(rect.right - rect.left, rect.bottom - rect.top);
  const x = (rect.left + rect.right) / 2;
  const y = (rect.top + rect.bottom) / 2;
  const radius = Math.min(size / 2, theme().checkBox.radius * density);
  context.beginPath();
  if (!view.props.checked) {
    const half = size / 2 - density;
    context.roundRect(x - half, y - half, 2 * half, 2 * half, radius);
    context.strokeStyle = COLORS.checkBoxFrame;
    context.lineWidth = 1.5 * density;
    context.stroke();
    return;
  }
  context.roundRect(x - size / 2, y - size / 2, size, size, radius);
  context.fillStyle = theme().colors.accent;
  context.fill();
  const inset = size * 0.18;
  const inner = {
    left: x - size / 2 + inset,
    top: y - size / 2 + inset,
    right: x + size / 2 - inset,
    bottom: y + size / 2 - inset,
  };
  paintIcon(context, inner, 'check', COLORS.onColor);
}

/** A switch: a pill with a white thumb. */
export function paintSwitch(context: SKRSContext2D, rect: Rect, view: View, density: number): void {
  const height = rect.bottom - rect.top;
  const on = view.props.checked ?? false;
  const { colors, switch: shape } = theme();
  context.globalAlpha *= view.props.enabled === false ? 0.5 : 1;
  context.beginPath();
  context.roundRect(rect.left, rect.top, rect.right - rect.left, height, height / 2);
  context.fillStyle = on ? colors.accent : colors.switchOff;
  context.fill();
  const radius = height / 2 - shape.thumbInset * density;
  const x = on ? rect.right - height / 2 : rect.left + height / 2;
  context.beginPath();
  context.arc(x, rect.top + height / 2, radius, 0, Math.PI * 2);
  context.fillStyle = COLORS.onColor;
  context.fill();
}

import { formatClock } from '../../config/duration.ts';
import type { Frame } from './video.ts';

/** Its height for a width of 1. */
export const CAPTION_ASPECT = 60 / 360;

const FONTS = 'DejaVu Sans, Noto Sans, Roboto, Arial, sans-serif';
/** What fits into a line, in letters of an ordinary width. */
const TITLE_LENGTH = 46;
const LINE_LENGTH = 54;
/** A frame that showed longer than it is shown says until when. */
const LONG_MS = 2_000;

/**
 * The strip above a frame: the step, when it was, what was awaited, and how much of the step's time had
 * passed, which is readable on a machine without any font, too.
 * @param untilMs when the next frame was taken. @param lengthMs of the step.
 * @param width in pixels.
 * @returns SVG.
 */
export function caption(frame: Frame, untilMs: number, lengthMs: number, width: number): string {
  const height = Math.round(width * CAPTION_ASPECT);
  const { title, elapsedMs } = frame;
  const share = elapsedMs === undefined || lengthMs <= 0 ? 0 : Math.min(1, elapsedMs / lengthMs);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 360 60">
  <rect width="360" height="60" fill="#202124"/>
  <g font-family="${FONTS}" fill="#ffffff">
    <text x="10" y="21" font-size="13" font-weight="bold">${escaped(shortened(title, TITLE_LENGTH))}</text>
    <text x="10" y="42" font-size="12" fill="#dadce0">${escaped(shortened(line(frame, untilMs), LINE_LENGTH))}</text>
  </g>
  <rect y="54" width="360" height="6" fill="#3c4043"/>
  <rect y="54" width="${String(Math.round(share * 360))}" height="6" fill="#8ab4f8"/>
</svg>`;
}

/**
 * What stands in for a screen that the phone takes no picture of.
 * @returns SVG.
 */
export function placeholder(width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="-180 -90 360 180">
  <g fill="none" stroke="#9aa0a6" stroke-width="5"><circle cy="-34" r="26"/><path d="M-18 -16L18 -52"/></g>
  <g font-family="${FONTS}" font-size="15" fill="#e8eaed" text-anchor="middle">
    <text y="24">No picture:</text>
    <text y="46">the screen is secure, or off</text>
  </g>
</svg>`;
}

function line({ elapsedMs, awaited }: Frame, untilMs: number): string {
  if (elapsedMs === undefined) return 'before the next step';
  const isLong = untilMs - elapsedMs >= LONG_MS;
  const time = isLong
    ? `${formatClock(elapsedMs)}–${formatClock(untilMs)}`
    : formatClock(elapsedMs);
  const what = awaited === undefined ? [] : [`waiting for ${awaited}`];
  return [time, ...what].join(' · ');
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

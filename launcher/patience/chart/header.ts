import type { PatienceWords } from '../words.ts';
import { text, type Section } from './panel.ts';
import { COLOURS, MARGIN_PX, WIDTH_PX } from './style.ts';

const LEGEND = [
  { words: 'servers', color: COLOURS.server, width: 84 },
  { words: 'harness', color: COLOURS.harness, width: 84 },
] as const;
const EXPLANATION =
  'dot: p50, thick line: to the p95, thin line: to the longest, dashed line: the budget';

/** What the chart says, in words, and what its colours and shapes mean. */
export function header({ title, times, pace, isSlow }: PatienceWords): Section {
  const left = MARGIN_PX;
  const legendTop = 104;
  return {
    panels: [],
    graphics: [
      ...(isSlow
        ? [
            {
              type: 'rect' as const,
              shape: { x: 0, y: 0, width: WIDTH_PX, height: 6 },
              style: { fill: COLOURS.slow },
            },
          ]
        : []),
      text(title, { left, top: 22 }, { color: COLOURS.faintText }),
      text(
        pace,
        { left, top: 42 },
        { sizePx: 20, isBold: true, color: isSlow ? COLOURS.slow : COLOURS.text },
      ),
      text(times, { left, top: 72 }, { sizePx: 14 }),
      ...LEGEND.flatMap(({ words, color }, index) => {
        const x = left + index * LEGEND[0].width;
        return [
          {
            type: 'rect' as const,
            shape: { x, y: legendTop, width: 12, height: 12 },
            style: { fill: color },
          },
          text(words, { left: x + 18, top: legendTop }),
        ];
      }),
      text(
        EXPLANATION,
        { left: left + LEGEND.length * LEGEND[0].width, top: legendTop },
        { color: COLOURS.faintText },
      ),
    ],
    heightPx: 140,
  };
}

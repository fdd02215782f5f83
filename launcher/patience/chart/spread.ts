import type { CustomSeriesOption } from 'echarts';
import type { StepTimes } from '../data.ts';
import type { Scale } from './scale.ts';
import { COLOURS } from './style.ts';

/** Nothing is drawn where there is none. */
type Row = Pick<StepTimes, 'server' | 'harness' | 'budgetMs'> | undefined;

/** How thick a lane is, and how far from the middle of its row. */
const LANE_PX = { thick: 5, apart: 4.5, dot: 4.5 };

/**
 * Draws rows of two lanes: above how long the servers took, below the harness. A dot is the p50, a thick
 * line goes on to the p95, a thin one to the longest; what a step may take is a dashed line across the row.
 * @param rowPx the height of a row.
 */
export function spreadSeries(
  rows: readonly Row[],
  scale: Scale,
  rowPx: number,
): CustomSeriesOption[] {
  return [
    budgetSeries(rows, scale, rowPx),
    laneSeries('harness', rows, scale, LANE_PX.apart),
    laneSeries('server', rows, scale, -LANE_PX.apart),
  ];
}

function laneSeries(
  who: 'server' | 'harness',
  rows: readonly Row[],
  scale: Scale,
  offsetPx: number,
): CustomSeriesOption {
  const light = who === 'server' ? COLOURS.serverLight : COLOURS.harnessLight;
  return {
    type: 'custom',
    name: who,
    data: rows.flatMap((row, index) => {
      const { p50Ms, p95Ms, maxMs } = row?.[who] ?? { p50Ms: 0, p95Ms: 0, maxMs: 0 };
      // Some steps need no server at all.
      if (maxMs === 0) return [];
      return [[scale.of(p50Ms), index, scale.of(p95Ms), scale.of(maxMs)]];
    }),
    renderItem: (_params, api) => {
      const at = (dimension: number): [number, number] => {
        const [x = 0, y = 0] = api.coord([api.value(dimension), api.value(1)]);
        return [x, y + offsetPx];
      };
      const [p50, y] = at(0);
      const [p95] = at(2);
      const [longest] = at(3);
      const line = (x1: number, x2: number, lineWidth: number, stroke: string) => ({
        type: 'line' as const,
        shape: { x1, y1: y, x2, y2: y },
        style: { stroke, lineWidth },
      });
      return {
        type: 'group',
        children: [
          line(p50, longest, 1.5, COLOURS[who]),
          line(p50, p95, LANE_PX.thick, light),
          {
            type: 'circle',
            shape: { cx: p50, cy: y, r: LANE_PX.dot },
            style: { fill: COLOURS[who] },
          },
        ],
      };
    },
  };
}

function budgetSeries(rows: readonly Row[], scale: Scale, rowPx: number): CustomSeriesOption {
  return {
    type: 'custom',
    name: 'budget',
    data: rows.flatMap((row, index) =>
      row === undefined ? [] : [[scale.of(row.budgetMs), index]],
    ),
    renderItem: (_params, api) => {
      const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
      return {
        type: 'line',
        shape: { x1: x, y1: y - rowPx / 2, x2: x, y2: y + rowPx / 2 },
        style: { stroke: COLOURS.budget, lineWidth: 1.5, lineDash: [4, 3] },
      };
    },
  };
}

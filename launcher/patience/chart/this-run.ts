import type { BarSeriesOption } from 'echarts';
import type { RunTimes, StepOfRun } from '../data.ts';
import { humanMs } from '../words.ts';
import { caption, namesAxis, timeAxis, type Panel, type Section } from './panel.ts';
import { linearScale, logScale } from './scale.ts';
import { spreadSeries } from './spread.ts';
import { COLOURS, MARGIN_PX, WIDTH_PX } from './style.ts';

const ROW_PX = 30;
const CAPTION_PX = 28;
const AXIS_PX = 40;
const NAMES_PX = 240;
/** For what is written behind a bar. */
const BEHIND_BAR_PX = 190;
const TOTALS = { left: MARGIN_PX + NAMES_PX, width: 300 };
const SPREAD_LEFT = TOTALS.left + TOTALS.width + BEHIND_BAR_PX;

/**
 * The steps of a run on all its phones: on the left what they took altogether, on the right how long one
 * took, against its budget.
 */
export function thisRun({ steps }: RunTimes, top: number): Section {
  const height = ROW_PX * steps.length;
  if (steps.length === 0) return { panels: [], graphics: [], heightPx: 0 };
  const at = top + CAPTION_PX;
  return {
    panels: [totals(steps, at, height), spread(steps, at, height)],
    graphics: [
      caption('Where the time went: all times added', { left: TOTALS.left, top }),
      caption('How long one took, and what it may take', { left: SPREAD_LEFT, top }),
    ],
    heightPx: CAPTION_PX + height + AXIS_PX,
  };
}

function totals(steps: readonly StepOfRun[], top: number, height: number): Panel {
  const longestMs = Math.max(
    ...steps.map(({ times }) => times.serverTotalMs + times.harnessTotalMs),
  );
  const bars = (who: 'server' | 'harness'): BarSeriesOption => ({
    type: 'bar',
    name: `${who} total`,
    stack: 'total',
    barWidth: 16,
    itemStyle: { color: COLOURS[who] },
    data: steps.map(({ times }) => (who === 'server' ? times.serverTotalMs : times.harnessTotalMs)),
  });
  return {
    place: { left: TOTALS.left, top, width: TOTALS.width, height },
    x: timeAxis(linearScale(longestMs, 5)),
    y: {
      ...namesAxis(
        steps.map(({ title }) => title),
        { widthPx: NAMES_PX - 12 },
      ),
      inverse: true,
    },
    series: [
      bars('server'),
      {
        ...bars('harness'),
        label: {
          show: true,
          position: 'right',
          fontSize: 12,
          color: COLOURS.faintText,
          formatter: ({ dataIndex }: { dataIndex: number }) => behindBar(steps[dataIndex]),
        },
      },
    ],
  };
}

/** `12 min 30 s in 80`, and how many failed. */
function behindBar(step: StepOfRun | undefined): string {
  if (step === undefined) return '';
  const { count, failed, serverTotalMs, harnessTotalMs } = step.times;
  const total = humanMs(serverTotalMs + harnessTotalMs);
  const of = count === 1 ? '' : ` in ${count}`;
  return `${total}${of}${failed === 0 ? '' : `, ${failed} failed`}`;
}

function spread(steps: readonly StepOfRun[], top: number, height: number): Panel {
  const scale = logScale(longestOf(steps));
  return {
    place: {
      left: SPREAD_LEFT,
      top,
      width: WIDTH_PX - MARGIN_PX - SPREAD_LEFT,
      height,
    },
    x: timeAxis(scale),
    y: {
      ...namesAxis(
        steps.map(({ title }) => title),
        { isLabelled: false },
      ),
      inverse: true,
    },
    series: spreadSeries(
      steps.map(({ times }) => times),
      scale,
      ROW_PX,
    ),
  };
}

/** What a scale for these steps must have room for. */
export function longestOf(steps: readonly StepOfRun[]): number {
  return Math.max(
    ...steps.flatMap(({ times }) => [times.budgetMs, times.server.maxMs, times.harness.maxMs]),
  );
}

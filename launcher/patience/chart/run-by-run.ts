import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption, SeriesOption } from 'echarts';
import { STEPS, type StepName } from '../../../config/steps.ts';
import { sum } from '../data.ts';
import type { PastRun } from '../history.ts';
import { paceOf, type Pace } from '../pace.ts';
import { day, timeOfDay, timesAsLong } from '../words.ts';
import { heightInColumns, placesInColumns } from './columns.ts';
import { caption, namesAxis, panelTitle, timeAxis, type Panel, type Section } from './panel.ts';
import { linearScale, logScale, type Scale } from './scale.ts';
import { COLOURS, MARGIN_PX, WIDTH_PX } from './style.ts';

/** More would stand too close together. */
const RUNS_SHOWN = 40;
const AXIS_NAMES_PX = 52;
const CAPTION_PX = 46;
const JOURNEYS = { height: 120, below: 46 };

interface ShownRun {
  readonly run: PastRun;
  readonly name: string;
  readonly pace: Pace | undefined;
}

/**
 * How long the steps took from run to run; nothing where there is one run.
 * @param runs that compare, the oldest first.
 */
export function runByRun(runs: readonly PastRun[], top: number): Section {
  if (runs.length < 2) return { panels: [], graphics: [], heightPx: 0 };
  const names = namesOf(runs);
  const shown = runs
    .map((run, index) => ({
      ...{ run, name: names[index] ?? '' },
      pace: paceOf(run, runs.slice(0, index)),
    }))
    .slice(-RUNS_SHOWN);
  const steps = STEPS.filter(({ name }) =>
    shown.some(({ run }) => run.steps.some(({ step }) => step === name)),
  );
  const around = { height: 110, above: 22, below: 34 };
  const stepsTop = top + CAPTION_PX + JOURNEYS.height + JOURNEYS.below;
  const scale = logScale(longestOf(shown));
  const places = placesInColumns(steps.length, {
    ...around,
    left: MARGIN_PX + AXIS_NAMES_PX,
    top: stepsTop,
  });
  const placed = steps.flatMap(({ name, title }, index) => {
    const place = places[index];
    return place === undefined ? [] : [{ name, title, place }];
  });
  return {
    panels: [
      journeys(shown, top + CAPTION_PX),
      ...placed.map(({ name, place: { isFirst, ...place } }) => ({
        place,
        x: runsAxis(shown, { isNarrow: true }),
        y: timeAxis(scale, { isLabelled: isFirst }),
        series: trend(shown, name, scale),
      })),
    ],
    graphics: [
      caption('Run by run: one journey, the p50 of its steps added', { left: MARGIN_PX, top }),
      ...placed.map(({ title, place }) => panelTitle(title, place)),
    ],
    heightPx: stepsTop - top + heightInColumns(steps.length, around),
  };
}

/** By their days; by the time of day where all are of one. */
function namesOf(runs: readonly PastRun[]): string[] {
  const days = runs.map(({ startedAt }) => day(startedAt));
  return new Set(days).size > 1 ? days : runs.map(({ startedAt }) => timeOfDay(startedAt));
}

function longestOf(shown: readonly ShownRun[]): number {
  return Math.max(
    ...shown.flatMap(({ run }) =>
      run.steps.flatMap(({ server, harness, budgetMs }) => [
        ...[server.p95Ms, harness.p95Ms, budgetMs],
      ]),
    ),
  );
}

function runsAxis(shown: readonly ShownRun[], { isNarrow = false } = {}) {
  const axis = namesAxis(
    shown.map(({ name }) => name),
    { isRuled: false },
  );
  const every = Math.max(1, Math.ceil((shown.length * (isNarrow ? 4 : 1)) / 18));
  return {
    ...axis,
    axisLabel: {
      ...{ color: COLOURS.faintText, fontSize: 11, margin: 8 },
      // This run's always, and others at like distances from it.
      interval: (index: number) => (shown.length - 1 - index) % every === 0,
    },
  };
}

function journeys(shown: readonly ShownRun[], top: number): Panel {
  const whole = (who: 'server' | 'harness') =>
    shown.map(({ run }) => sum(run.steps.map((step) => step[who].p50Ms)));
  const [server, harness] = [whole('server'), whole('harness')];
  const longestMs = Math.max(...server.map((ms, index) => ms + (harness[index] ?? 0)));
  const bars = (who: 'server' | 'harness'): BarSeriesOption => ({
    type: 'bar',
    name: `${who} of a journey`,
    stack: 'journey',
    barMaxWidth: 34,
    itemStyle: { color: COLOURS[who] },
    data: who === 'server' ? server : harness,
  });
  return {
    place: {
      left: MARGIN_PX + AXIS_NAMES_PX,
      top,
      width: WIDTH_PX - 2 * MARGIN_PX - AXIS_NAMES_PX,
      height: JOURNEYS.height,
    },
    x: runsAxis(shown),
    y: timeAxis(linearScale(longestMs * 1.05, 4)),
    series: [
      slowRuns(shown),
      bars('server'),
      {
        ...bars('harness'),
        label: {
          show: true,
          position: 'top',
          ...{ color: COLOURS.slow, fontWeight: 'bold', fontSize: 12 },
          formatter: ({ dataIndex }: { dataIndex: number }) => slowness(shown[dataIndex]?.pace),
        },
      },
    ],
  };
}

/** What stands behind the days that are to be seen first. */
function slowRuns(shown: readonly ShownRun[]): CustomSeriesOption {
  return {
    type: 'custom',
    name: 'slow runs',
    data: shown.flatMap(({ pace }, index) => (pace?.isSlow === true ? [[index, 0]] : [])),
    renderItem: (params, api) => {
      const [x = 0] = api.coord([api.value(0), 0]);
      const [bandPx] = [api.size?.([1, 0]) ?? []].flat();
      const { y, height } = params.coordSys as unknown as { y: number; height: number };
      const width = Math.max(6, bandPx ?? 0);
      return {
        type: 'rect',
        shape: { x: x - width / 2, y, width, height },
        style: { fill: COLOURS.slowLight },
      };
    },
  };
}

function slowness(pace: Pace | undefined): string {
  return pace?.isSlow === true ? timesAsLong(pace.ratio) : '';
}

function trend(shown: readonly ShownRun[], wanted: StepName, scale: Scale): SeriesOption[] {
  const steps = shown.map(({ run }) => run.steps.find(({ step }) => step === wanted));
  const line = (
    name: string,
    of: (step: PastRun['steps'][number]) => number,
    style: LineSeriesOption['lineStyle'] & { color: string },
    symbolSize = 0,
  ): LineSeriesOption => ({
    type: 'line',
    name,
    // Some steps need no server at all.
    data: steps.map((step) => (step === undefined || of(step) === 0 ? null : scale.of(of(step)))),
    connectNulls: true,
    ...{ symbol: 'circle', showSymbol: symbolSize > 0, showAllSymbol: true, symbolSize },
    lineStyle: style,
    itemStyle: { color: style.color },
  });
  return [
    slowRuns(shown),
    line('budget of a step', ({ budgetMs }) => budgetMs, {
      ...{ color: COLOURS.budget, width: 1.2, type: [4, 3] },
    }),
    line('harness p95', ({ harness }) => harness.p95Ms, {
      color: COLOURS.harnessLight,
      width: 1.5,
    }),
    line('harness p50', ({ harness }) => harness.p50Ms, { color: COLOURS.harness, width: 2 }, 3),
    line('server p95', ({ server }) => server.p95Ms, { color: COLOURS.serverLight, width: 1.5 }),
    line('server p50', ({ server }) => server.p50Ms, { color: COLOURS.server, width: 2.5 }, 5),
  ];
}

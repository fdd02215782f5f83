import type { RunTimes, StepOfRun } from '../data.ts';
import { heightInColumns, placesInColumns } from './columns.ts';
import { caption, namesAxis, panelTitle, timeAxis, type Panel, type Section } from './panel.ts';
import { logScale } from './scale.ts';
import { spreadSeries } from './spread.ts';
import { MARGIN_PX } from './style.ts';
import { longestOf } from './this-run.ts';

const ROW_PX = 21;
const CAPTION_PX = 26;
const NAMES_PX = 190;

/** For each step how long it took on each phone; nothing where there is only one. */
export function byPhone({ phones, steps }: RunTimes, top: number): Section {
  if (phones.length < 2) return { panels: [], graphics: [], heightPx: 0 };
  const around = { height: ROW_PX * phones.length, above: 22, below: 40 };
  const places = placesInColumns(steps.length, {
    ...around,
    left: MARGIN_PX + NAMES_PX,
    top: top + CAPTION_PX,
  });
  const scale = logScale(longestOf(steps));
  const panelOf = (step: StepOfRun, { isFirst, ...place }: (typeof places)[number]): Panel => ({
    place,
    x: timeAxis(scale, { isNarrow: true }),
    y: {
      ...namesAxis(phones, { isLabelled: isFirst, widthPx: NAMES_PX - 12 }),
      inverse: true,
    },
    series: spreadSeries(
      phones.map((phone) => step.phones.find(({ label }) => label === phone)?.times),
      scale,
      ROW_PX,
    ),
  });
  const placed = steps.flatMap((step, index) => {
    const place = places[index];
    return place === undefined ? [] : [{ step, place }];
  });
  return {
    panels: placed.map(({ step, place }) => panelOf(step, place)),
    graphics: [
      caption('Phone by phone', { left: MARGIN_PX, top }),
      ...placed.map(({ step, place }) => panelTitle(step.title, place)),
    ],
    heightPx: CAPTION_PX + heightInColumns(steps.length, around),
  };
}

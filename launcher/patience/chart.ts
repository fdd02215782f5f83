import type { EChartsOption } from 'echarts';
import { byPhone } from './chart/by-phone.ts';
import { header } from './chart/header.ts';
import { optionOf, type Section } from './chart/panel.ts';
import { runByRun } from './chart/run-by-run.ts';
import { WIDTH_PX } from './chart/style.ts';
import { thisRun } from './chart/this-run.ts';
import type { RunTimes } from './data.ts';
import { pastRunOf, type PastRun } from './history.ts';
import { comparableRuns } from './pace.ts';
import { patienceInWords, type PatienceWords } from './words.ts';

export interface Patience {
  readonly run: RunTimes;
  /** Runs before; what does not compare with this one, and this one itself, may be among them. */
  readonly history: readonly PastRun[];
  /** As in `MI_TARGET`. */
  readonly target: string;
}

/**
 * Draws where the minutes of a run went, and those of the runs before: an SVG that needs nothing beside it.
 * Takes the library into memory when it is first called.
 * @see https://echarts.apache.org/handbook/en/how-to/cross-platform/server/
 */
export async function drawPatience({ run, history, target }: Patience): Promise<string> {
  const runs = comparableRuns(history, pastRunOf(run, target));
  const words = patienceInWords(run, runs);
  const sections: Section[] = [];
  let top = 0;
  const add = (section: Section): void => {
    sections.push(section);
    top += section.heightPx;
  };
  add(header(words));
  add(thisRun(run, top));
  add(runByRun(runs, top));
  add(byPhone(run, top));
  return accessible(await rendered(optionOf(sections), top), words);
}

async function rendered(option: EChartsOption, height: number): Promise<string> {
  // Its single file, which is read in a third of the time of its modules.
  const { init } = await import('echarts/dist/echarts.esm.min.mjs');
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH_PX, height });
  try {
    chart.setOption(option);
    return withoutHandles(chart.renderToSVGString({ useViewBox: true }));
  } finally {
    chart.dispose();
  }
}

/** It is looked at, not pointed at: this takes away a third of it. */
function withoutHandles(svg: string): string {
  return svg
    .replaceAll(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, '')
    .replaceAll(/<style\s*>[\s\S]*?<\/style>/g, '');
}

/** For who has it read out. */
function accessible(svg: string, { title, times, pace }: PatienceWords): string {
  const describing = `<title id="title">${escaped(`Patience. ${title}`)}</title><desc id="desc">${escaped(`${times} ${pace}`)}</desc>`;
  return svg.replace(
    /^<svg ([^>]*)>/,
    `<svg $1 role="img" aria-labelledby="title desc">${describing}`,
  );
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

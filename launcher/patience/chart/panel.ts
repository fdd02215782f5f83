import type { EChartsOption, GridComponentOption, SeriesOption } from 'echarts';
import { COLOURS, FONT } from './style.ts';
import type { Scale } from './scale.ts';

type XAxis = Extract<EChartsOption['xAxis'], readonly unknown[]>[number];
type YAxis = Extract<EChartsOption['yAxis'], readonly unknown[]>[number];
type Graphic = Extract<EChartsOption['graphic'], readonly unknown[]>[number];

/** Where on the picture something is; pixels. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A pair of axes with what is drawn on them. */
export interface Panel {
  readonly place: Place;
  readonly x: XAxis;
  readonly y: YAxis;
  readonly series: readonly SeriesOption[];
}

/** A part of the picture. */
export interface Section {
  readonly panels: readonly Panel[];
  readonly graphics: readonly Graphic[];
  readonly heightPx: number;
}

/** Puts sections into one picture. */
export function optionOf(sections: readonly Section[]): EChartsOption {
  const panels = sections.flatMap((section) => section.panels);
  const grid = panels.map(({ place }): GridComponentOption => ({
    ...place,
    outerBoundsMode: 'none',
  }));
  return {
    animation: false,
    backgroundColor: COLOURS.paper,
    textStyle: { fontFamily: FONT, color: COLOURS.text },
    grid,
    xAxis: panels.map(({ x }, gridIndex) => ({ ...x, gridIndex })),
    yAxis: panels.map(({ y }, gridIndex) => ({ ...y, gridIndex })),
    series: panels.flatMap(({ series }, index) =>
      series.map((one) => ({
        ...one,
        ...{ xAxisIndex: index, yAxisIndex: index },
        ...{ silent: true, emphasis: { disabled: true } },
      })),
    ) as SeriesOption[],
    graphic: sections.flatMap((section) => section.graphics),
  };
}

/** An axis with times on it. */
export function timeAxis(scale: Scale, { isLabelled = true, isNarrow = false } = {}) {
  const { min, max, ticks, label } = scale;
  const customValues = isNarrow ? ticks.slice(1) : [...ticks];
  return {
    type: 'value',
    ...{ min, max },
    axisLine: { show: false },
    axisTick: { show: false, customValues },
    axisLabel: {
      show: isLabelled,
      customValues,
      formatter: label,
      hideOverlap: true,
      ...{ color: COLOURS.faintText, fontSize: 11 },
    },
    splitLine: { lineStyle: { color: COLOURS.line } },
  } as const;
}

/** An axis with a name for each row or column. */
export function namesAxis(
  names: readonly string[],
  { isLabelled = true, isRuled = true, widthPx = 200 } = {},
) {
  return {
    type: 'category' as const,
    data: [...names],
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: isRuled, interval: 0, lineStyle: { color: COLOURS.line } },
    axisLabel: {
      show: isLabelled,
      ...{ interval: 0, width: widthPx, overflow: 'truncate' as const, margin: 10 },
      ...{ color: COLOURS.text, fontSize: 12 },
    },
  };
}

/** A line of text, by its left upper corner. */
export function text(
  words: string,
  at: { readonly left: number; readonly top: number },
  style: { readonly sizePx?: number; readonly color?: string; readonly isBold?: boolean } = {},
): Graphic {
  const { sizePx = 12, color = COLOURS.text, isBold = false } = style;
  const font = `${isBold ? 'bold ' : ''}${sizePx}px ${FONT}`;
  return { type: 'text', x: at.left, y: at.top, style: { text: words, fill: color, font } };
}

/** What is written above a section. */
export function caption(words: string, at: { left: number; top: number }): Graphic {
  return text(words, at, { sizePx: 14, isBold: true });
}

/** What is written above a panel. */
export function panelTitle(words: string, { left, top }: Place): Graphic {
  return text(words, { left, top: top - 17 }, { color: COLOURS.faintText });
}

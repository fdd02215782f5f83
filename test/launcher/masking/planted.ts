/** Something that no report may tell. */
export interface Planted {
  /** For whoever reads that it was found. */
  readonly what: string;
  readonly value: string;
}

/** Where something planted was found. */
export interface Find {
  readonly what: string;
  /** File, and the layers in it: `html/index.html > base64`. */
  readonly where: string;
}

/** What may stand between the letters or digits of a value: as people, forms and markup write it. */
const BETWEEN = String.raw`(?:\s|[-.()/_+,;:"'\\·\u00a0]|&nbsp;|%s)`;
const GAPS = new RegExp(BETWEEN, 'g');
const ESCAPES: readonly (readonly [RegExp, (code: string) => string])[] = [
  [/\\u([\da-fA-F]{4})/g, (code) => String.fromCharCode(Number.parseInt(code, 16))],
  [/&#x([\da-fA-F]+);/g, (code) => character(Number.parseInt(code, 16))],
  [/&#(\d+);/g, (code) => character(Number(code))],
  [/((?:%[\da-fA-F]{2})+)/g, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString()],
];

function character(code: number): string {
  return code > 0x10_ff_ff ? '' : String.fromCodePoint(code);
}

/**
 * @returns what of the planted a text has in it, in any way of writing it: digits in groups or typed one by
 * one, names with whatever stands between their words, in capitals or not.
 */
export function plantedIn(text: string, planted: readonly Planted[]): string[] {
  const meant = ESCAPES.reduce(
    (sofar, [escape, meaning]) => sofar.replace(escape, (_, code: string) => meaning(code)),
    text,
  );
  const joined = meant.replace(GAPS, '').toLowerCase();
  return planted
    .filter(({ value }) =>
      /^\d+$/.test(value)
        ? digits(value).test(meant)
        : joined.includes(value.replace(GAPS, '').toLowerCase()),
    )
    .map(({ what }) => what);
}

/** Digits next to them would make it another number, of which reports are full. */
function digits(value: string): RegExp {
  return new RegExp(String.raw`(?<!\d)1?${[...value].join(`${BETWEEN}{0,3}`)}(?!\d)`);
}

import { basename } from 'node:path';
import { columnsOf, pad } from '../terminal/format.ts';
import type { ApkResult, IdResult, TextResult, Verdict } from './apk/check-apk.ts';
import type { CheckResult } from './check.ts';
import type { ScreenResult } from './screens/check-screens.ts';

const GAP = '  ';

/** The result as a person reads it, a line each. */
export function reportLines({ screens, apks, pageObjects }: CheckResult): string[] {
  const parts = [
    ...(screens.length === 0 ? [] : [screenLines(screens), pageObjectLines(pageObjects)]),
    ...apks.map(apkLines),
  ];
  return parts.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function screenLines(screens: readonly ScreenResult[]): string[] {
  return table([
    ['SCREEN', 'VERDICT', 'PAGE OBJECT', 'CONTROLS FOUND', 'NOT THERE OR OUT OF SIGHT'],
    ...screens.flatMap(({ file, verdict, pages }) =>
      pages.length === 0
        ? [[file, verdict]]
        : pages.map(({ pageObject, screen, found, notFound }, index) => [
            ...(index === 0 ? [file, verdict] : ['', '']),
            `${screen} (${pageObject})`,
            `${found.length} of ${found.length + notFound.length}`,
            notFound.join(', '),
          ]),
    ),
  ]);
}

function pageObjectLines(pageObjects: CheckResult['pageObjects']): string[] {
  return table([
    ['PAGE OBJECT', 'SCREENS'],
    ...Object.entries(pageObjects).map(([name, files]) => [
      name,
      files.length === 0 ? 'none' : files.join(', '),
    ]),
  ]);
}

function apkLines({ file, packageName, namesAreGone, ids, texts }: ApkResult): string[] {
  const languages = [...new Set(texts.map(({ language }) => language))];
  const heading = `${basename(file)}: ${packageName}${namesAreGone ? ', whose build took names of resources away' : ''}`;
  if (ids.length === 0 && texts.length === 0) {
    return [heading, 'No page object looks for anything of this app.'];
  }
  return [
    heading,
    ...table([
      ['', 'FOUND', 'MISSING', 'UNKNOWN'],
      ['ids', ...counts(ids)],
      ...languages.map((language) => [
        `texts ${language}`,
        ...counts(texts.filter((text) => text.language === language)),
      ]),
    ]),
    ...ids.filter(isMissing).map(idLine),
    ...texts.filter(isMissing).map(textLine),
  ];
}

const isMissing = ({ verdict }: { readonly verdict: Verdict }) => verdict === 'missing';

function counts(results: readonly { readonly verdict: Verdict }[]): string[] {
  return (['found', 'missing', 'unknown'] as const).map((verdict) =>
    String(results.filter((result) => result.verdict === verdict).length),
  );
}

function idLine({ id, near, screens }: IdResult): string {
  return `missing ${id} (${screens.join(', ')})${nearText(near)}`;
}

function textLine({ name, language, wordings, near, screens }: TextResult): string {
  const said = wordings.map(quoted).join(' or ');
  return `missing ${name} in ${language}: ${said} (${screens.join(', ')})${nearText(near.map(quoted))}`;
}

function nearText(near: readonly string[]): string {
  return near.length === 0 ? '' : `; near: ${near.join(', ')}`;
}

function quoted(text: string): string {
  return `“${text}”`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((text, column) => pad(text, widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

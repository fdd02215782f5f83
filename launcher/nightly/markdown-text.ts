/**
 * A text as Markdown shows it unchanged: in a code span, where an @ calls nobody and nothing becomes a
 * link (GitHub Flavored Markdown, 6.3).
 */
export function code(text: string): string {
  const shown = text.replace(/\s+/g, ' ').replaceAll('`', "'").trim();
  return shown === '' ? '' : `\`${shown}\``;
}

/** A table; what is in the cells is Markdown. A | would end a cell, in code too (GFM, 4.10). */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)];
}

/** Behind a line that is clicked on. */
export function folded(heading: string, lines: readonly string[]): string[] {
  return ['<details>', `<summary>${heading}</summary>`, '', ...lines, '', '</details>'];
}

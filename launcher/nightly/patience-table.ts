import type { RunTimes } from '../patience/data.ts';
import { humanMs } from '../patience/words.ts';
import { code, table } from './markdown-text.ts';

const BAR_COLUMNS = 24;
const SERVER = '█';
const HARNESS = '░';
const PERCENT = 100;

/**
 * Where the minutes went, as a table whose bars are text: GitHub's summaries take pictures neither as
 * SVG nor as `data:` addresses, and other CI systems show no diagrams.
 */
export function patienceTable({ steps }: Pick<RunTimes, 'steps'>): string[] {
  const longestMs = Math.max(
    1,
    ...steps.map(({ times }) => times.server.p50Ms + times.harness.p50Ms),
  );
  return [
    ...table(
      [
        'step',
        `${SERVER} servers ${HARNESS} harness`,
        'servers, p50',
        'p95',
        'harness, p50',
        'of the budget, p95',
      ],
      steps.map(({ title, times: { server, harness, budgetMs } }) => [
        title,
        code(bar(server.p50Ms, harness.p50Ms, longestMs)),
        humanMs(server.p50Ms),
        humanMs(server.p95Ms),
        humanMs(harness.p50Ms),
        `${String(Math.round((PERCENT * (server.p95Ms + harness.p95Ms)) / budgetMs))} % of ${humanMs(budgetMs)}`,
      ]),
    ),
  ];
}

/** The longest step's fills all columns. */
function bar(serverMs: number, harnessMs: number, longestMs: number): string {
  const columns = (ms: number) => Math.round((BAR_COLUMNS * ms) / longestMs);
  const [server, both] = [columns(serverMs), columns(serverMs + harnessMs)];
  return `${SERVER.repeat(server)}${HARNESS.repeat(both - server)}`;
}

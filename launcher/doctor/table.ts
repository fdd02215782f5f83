import pc from 'picocolors';
import { troubleshootingPath } from '../../config/troubleshooting.ts';
import { CHECKS } from '../../device/doctor/ids.ts';
import type { CheckResult, Repair } from '../../device/doctor/result.ts';
import { wrapped } from '../terminal/format.ts';
import { isRepairable, MACHINE } from './machine.ts';

export interface TableOptions {
  /** Whether what could be done over adb was done already. */
  readonly fixes: boolean;
  readonly color: boolean;
  /** Width of the terminal in characters; texts are wrapped to it. */
  readonly columns: number;
}

/** What was done on one phone, or on this machine. */
export interface ScopedRepair extends Repair {
  readonly scope: string;
}

const IDS = Object.keys(CHECKS);
const TITLE_COLUMNS = 36;
/** Of what is told of a problem. */
const INDENT = ' '.repeat(6);
/** Text that is longer is hard to read. */
const MOST_COLUMNS = 100;

/**
 * The results for a person: a list for this machine and for each phone, and below them what to do.
 * @param results of all scopes, those of one after another.
 */
export function doctorTable(
  results: readonly CheckResult[],
  repairs: readonly ScopedRepair[],
  { fixes, color, columns }: TableOptions,
): string {
  const colors = pc.createColors(color);
  const width = Math.min(columns, MOST_COLUMNS);
  const scopes = [...new Set(results.map(({ scope }) => scope))];
  const lines: string[] = [];
  for (const scope of scopes) {
    lines.push('', colors.bold(scope === MACHINE ? 'this machine' : scope));
    for (const result of results.filter((candidate) => candidate.scope === scope)) {
      lines.push(...row(result, colors, width));
    }
  }
  if (repairs.length > 0) lines.push('', colors.bold('done'));
  for (const { scope, id, told } of repairs) {
    lines.push(...wrapped(`${where(scope)}${CHECKS[id].title}: ${told}`, '  ', '    ', width));
  }
  const problems = problemsOf(results);
  if (problems.length > 0) lines.push('', colors.bold('what to do'));
  for (const problem of problems) lines.push('', ...explanation(problem, colors, width));
  const repairable = fixes ? [] : problems.map(({ result }) => result.id).filter(isRepairable);
  if (repairable.length > 0) {
    const titles = [...new Set(repairable)].map((id) => CHECKS[id].title).join(', ');
    lines.push('', ...wrapped(`\`npm run doctor -- --fix\` tries: ${titles}`, '  ', '    ', width));
  }
  return `${[...lines, '', ...verdicts(results, scopes, colors, width)].join('\n').trimStart()}\n`;
}

type Colors = ReturnType<typeof pc.createColors>;

function mark({ ok, required }: CheckResult, colors: Colors): string {
  if (ok) return colors.green('✓');
  return required ? colors.red('✗') : colors.yellow('!');
}

function row(result: CheckResult, colors: Colors, width: number): string[] {
  const title = CHECKS[result.id].title.padEnd(TITLE_COLUMNS);
  const indent = ' '.repeat(TITLE_COLUMNS + 4);
  const [first = '', ...more] = wrapped(result.message, indent, indent, width);
  return [`  ${mark(result, colors)} ${title}${first.trimStart()}`, ...more];
}

/** One thing to do, on one or several phones. */
interface Problem {
  readonly result: CheckResult;
  readonly scopes: readonly string[];
}

/** The required ones first; what is the same on several phones is told once. */
function problemsOf(results: readonly CheckResult[]): Problem[] {
  const problems = new Map<string, { result: CheckResult; scopes: string[] }>();
  for (const result of results) {
    if (result.ok) continue;
    const { id, message, fix, required } = result;
    const key = JSON.stringify([id, message, fix, required]);
    const known = problems.get(key);
    if (known === undefined) problems.set(key, { result, scopes: [result.scope] });
    else known.scopes.push(result.scope);
  }
  return [...problems.values()].sort(
    ({ result: a }, { result: b }) =>
      Number(b.required) - Number(a.required) || IDS.indexOf(a.id) - IDS.indexOf(b.id),
  );
}

function explanation({ result, scopes }: Problem, colors: Colors, width: number): string[] {
  const { title, why } = CHECKS[result.id];
  const [first = '', ...more] = wrapped(`${title}: ${result.message}`, '    ', INDENT, width);
  return [
    `  ${mark(result, colors)} ${colors.bold(title)}${first.slice(4 + title.length)}`,
    ...more,
    ...(scopes.includes(MACHINE) ? [] : wrapped(`on ${scopes.join(', ')}`, INDENT, INDENT, width)),
    ...wrapped(why, INDENT, INDENT, width),
    ...(result.fix === null ? [] : wrapped(result.fix, '    → ', INDENT, width)),
    colors.dim(`${INDENT}more: ${troubleshootingPath(result.id)}`),
  ];
}

/** The last lines: of each phone whether it is ready, and of all how much is to be done. */
function verdicts(
  results: readonly CheckResult[],
  scopes: readonly string[],
  colors: Colors,
  width: number,
): string[] {
  return scopes.flatMap((scope) => {
    const failing = results.filter((result) => result.scope === scope && !result.ok);
    const missing = failing.filter(({ required }) => required);
    const name = scope === MACHINE ? 'this machine' : scope;
    const optional = failing.length - missing.length;
    const rest = optional === 0 ? '' : `; ${optional} would better be looked at`;
    const titles = missing.map(({ id }) => CHECKS[id].title).join(', ');
    const verdict = missing.length === 0 ? 'ready' : `not ready: ${titles}`;
    const [first = '', ...more] = wrapped(`${name}: ${verdict}${rest}`, '  ', '    ', width);
    const sign = missing.length === 0 ? colors.green('✓') : colors.red('✗');
    return [`${sign}${first.slice(1)}`, ...more];
  });
}

function where(scope: string): string {
  return scope === MACHINE ? '' : `${scope}: `;
}

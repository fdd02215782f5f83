import pc from 'picocolors';
import type { Finding, Verdict } from './gate.ts';

const MARKS: Readonly<Record<Finding['level'], string>> = { passed: '✓', failed: '✗', note: '–' };

/** A line for each rule, what broke it below it, and the verdict. */
export function gateLines({ passed, findings }: Verdict, color: boolean): string[] {
  const { bold, dim, green, red, yellow } = pc.createColors(color);
  const paint = { passed: green, failed: red, note: yellow };
  const width = Math.max(...findings.map(({ rule }) => rule.length));
  return [
    bold('Quality gate'),
    ...findings.flatMap(({ level, rule, text, details = [] }) => [
      `  ${paint[level](MARKS[level])} ${rule.padEnd(width)}  ${text}`,
      ...(level === 'failed' ? details.map((line) => dim(`      ${line}`)) : []),
    ]),
    passed ? green(bold('Gate passed')) : red(bold('Gate failed')),
  ];
}

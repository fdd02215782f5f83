import {
  checkGateValue,
  GATES,
  type GateName,
  type GateSpec,
  type GateValues,
} from './android/gates/table.ts';
import { readOption } from './usage-error.ts';

const HELP_INDENT = 24;
const HELP_TEXT_WIDTH = 68;

/** One option for each gate, for node:util's parseArgs. */
export const GATE_OPTIONS = Object.fromEntries(
  GATES.map(({ name }) => [name, { type: 'string' }]),
) as Readonly<Record<GateName, { readonly type: 'string' }>>;

export const GATE_HELP = GATES.map(describeGate).join('');

/** @throws UsageError naming the gate's option, its value and what was expected. */
export function readGates(values: Readonly<Record<string, unknown>>): GateValues {
  const entries = GATES.map((gate: GateSpec) => {
    const value = values[gate.name];
    const check = (text: string) => checkGateValue(gate, text);
    const isGiven = typeof value === 'string';
    return [gate.name, isGiven ? readOption(gate.name, value, check) : gate.default];
  });
  return Object.fromEntries(entries) as GateValues;
}

/** The gate's lines in the help: a line of values, then a sentence that is wrapped. */
function describeGate(gate: GateSpec): string {
  const indent = ' '.repeat(HELP_INDENT);
  const words = `${gate.help} (default ${gate.default})`.split(' ');
  const lines = words.reduce<string[]>((done, word) => {
    const last = done.at(-1);
    if (last === undefined || last.length + 1 + word.length > HELP_TEXT_WIDTH) {
      return [...done, word];
    }
    return [...done.slice(0, -1), `${last} ${word}`];
  }, []);
  const body = lines.map((line) => `${indent}${line}\n`).join('');
  return `  --${gate.name} ${gate.values.join('|')}\n${body}`;
}

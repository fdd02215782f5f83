import type { SimpleCommandNode, WordNode } from 'just-bash';
import { literal, quoted } from './words.ts';

/** Name of the command that runs the streaming part of a pipeline. */
export const RUN_STAGES = 'run-stages';

/** Where one output of a stage goes instead. */
export type Redirection =
  | { readonly fd: 0; readonly from: string }
  | { readonly fd: 1 | 2; readonly to: string; readonly append: boolean }
  | { readonly fd: 2; readonly toOutput: true };

/** One command of a pipeline, its words expanded. */
export interface Stage {
  readonly words: readonly string[];
  readonly redirections: readonly Redirection[];
}

export interface Stages {
  readonly stages: readonly Stage[];
  /** Whether it reads from the client, and not what just-bash has for it. */
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
  readonly background: boolean;
}

const FLAGS = [
  ['stdin', 'i'],
  ['stdout', 'o'],
  ['stderr', 'e'],
  ['background', 'b'],
] as const;

/** In words of its own between those of the stages: no user's word begins with it. */
const MARK = '\u{e000}';

/** A pipeline as arguments of `RUN_STAGES`, for just-bash to expand. */
export function encodePipeline(
  commands: readonly SimpleCommandNode[],
  place: Partial<Omit<Stages, 'stages'>>,
): WordNode[] {
  const flags = FLAGS.map(([flag, letter]) => (place[flag] ? letter : '')).join('');
  const words = commands.map((command) => [
    quoted(`${MARK}|`),
    ...(command.name ? [command.name] : []),
    ...command.args,
    ...command.redirections.flatMap(encodeRedirection),
  ]);
  return [quoted(flags), ...words.flat()];
}

function encodeRedirection({ fd, operator, target }: SimpleCommandNode['redirections'][number]) {
  if (target.type !== 'Word') throw new TypeError('a here-document is no file');
  const mark = quoted(`${MARK}${fd ?? ''}${operator}`);
  return operator === '>&' ? [mark] : [mark, asOneWord(target)];
}

/** A redirection's target is not split at its spaces. */
function asOneWord(target: WordNode): WordNode {
  return literal(target) === undefined && target.parts.every(({ type }) => type !== 'DoubleQuoted')
    ? { type: 'Word', parts: [{ type: 'DoubleQuoted', parts: target.parts }] }
    : target;
}

/** What just-bash has made of `encodePipeline`'s words. */
export function decodePipeline([flags = '', ...words]: readonly string[]): Stages {
  const stages: { words: string[]; redirections: Redirection[] }[] = [];
  for (let at = 0; at < words.length; at++) {
    const text = words[at] ?? '';
    const mark = text.startsWith(MARK) ? text.slice(MARK.length) : undefined;
    const stage = stages.at(-1);
    if (mark === '|') stages.push({ words: [], redirections: [] });
    else if (mark === undefined) stage?.words.push(text);
    else if (mark === '2>&') stage?.redirections.push({ fd: 2, toOutput: true });
    else stage?.redirections.push(decodeRedirection(mark, words[++at] ?? ''));
  }
  const has = (flag: string) => flags.includes(flag);
  return { stages, stdin: has('i'), stdout: has('o'), stderr: has('e'), background: has('b') };
}

function decodeRedirection(mark: string, path: string): Redirection {
  if (mark.endsWith('<')) return { fd: 0, from: path };
  return { fd: mark.startsWith('2') ? 2 : 1, to: path, append: mark.endsWith('>>') };
}

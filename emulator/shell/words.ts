import { parse, type ScriptNode, type SimpleCommandNode, type WordNode } from 'just-bash';

/** @throws Error for what makes no sense, also where just-bash would say so in running it. */
export function parseScript(source: string): ScriptNode {
  const script = parse(source);
  const wrong = script.statements.find(({ deferredError }) => deferredError)?.deferredError;
  if (wrong) throw new Error(wrong.message);
  return script;
}

/** The text of a word without expansions, else `undefined`. */
export function literal(node: WordNode | null | undefined): string | undefined {
  if (!node) return undefined;
  let text = '';
  for (const part of node.parts) {
    if (part.type === 'Literal' || part.type === 'SingleQuoted' || part.type === 'Escaped') {
      text += part.value;
    } else if (part.type === 'DoubleQuoted') {
      const inner = literal({ type: 'Word', parts: part.parts });
      if (inner === undefined) return undefined;
      text += inner;
    } else {
      return undefined;
    }
  }
  return text;
}

/** A word that stands for nothing but its text. */
export function quoted(value: string): WordNode {
  return { type: 'Word', parts: [{ type: 'SingleQuoted', value }] };
}

/** A word that names a command or a file. */
export function word(value: string): WordNode {
  return { type: 'Word', parts: [{ type: 'Literal', value }] };
}

/** `/system/bin/getprop`, `toybox getprop` and `getprop` are the same command. */
export function shortenName(command: SimpleCommandNode): boolean {
  const name = literal(command.name);
  const short = name?.replace(/^\/system\/x?bin\//, '');
  if (name === undefined || short === undefined || short === name) return false;
  command.name = word(short);
  return true;
}

/** Built-ins that read standard input, and how many operands keep them from it. */
const STDIN_READERS: Readonly<Record<string, number | undefined>> = {
  awk: 2,
  cat: 1,
  comm: Infinity,
  cut: 1,
  egrep: 2,
  expand: 1,
  fgrep: 2,
  fold: 1,
  grep: 2,
  mapfile: Infinity,
  nl: 1,
  od: 1,
  paste: 1,
  read: Infinity,
  rev: 1,
  sed: 2,
  sh: 1,
  sort: 1,
  split: 1,
  strings: 1,
  tac: 1,
  tr: Infinity,
  uniq: 1,
  xargs: Infinity,
};

/** Options of theirs whose value is a word of its own. */
const VALUED: Readonly<Record<string, RegExp | undefined>> = {
  awk: /^-[Fv]$/,
  cut: /^-[dfcb]$/,
  grep: /^-[ABCm]$/,
  nl: /^-[bvw]$/,
  od: /^-[AtNjw]$/,
  sort: /^-[kto]$/,
};

/** Whether a command takes something from standard input that has not been redirected. */
export function readsStdin(command: SimpleCommandNode): boolean {
  if (command.redirections.some(({ operator }) => operator.startsWith('<'))) return false;
  const words = command.args.map((arg) => literal(arg) ?? '?');
  return takesStdin(literal(command.name) ?? '', words);
}

/** Whether a call of a built-in with these arguments reads standard input. */
export function takesStdin(name: string, args: readonly string[]): boolean {
  const enough = STDIN_READERS[name];
  if (enough === undefined) return false;
  const operands = args.filter(
    (text, at) => !text.startsWith('-') && !VALUED[name]?.test(args[at - 1] ?? ''),
  );
  return operands.length < enough;
}

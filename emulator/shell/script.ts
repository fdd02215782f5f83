import {
  type CommandNode,
  type PipelineNode,
  type ScriptNode,
  serialize,
  type SimpleCommandNode,
  type WordNode,
} from 'just-bash';

/** Built-ins that read standard input, and how many operands keep them from it. */
const STDIN_READERS: Readonly<Record<string, number | undefined>> = {
  awk: 2,
  base64: 1,
  cat: 1,
  cut: 1,
  dd: Infinity,
  egrep: 2,
  fgrep: 2,
  grep: 2,
  head: 1,
  md5sum: 1,
  mapfile: Infinity,
  od: 1,
  read: Infinity,
  sed: 2,
  sh: 1,
  sha1sum: 1,
  sha256sum: 1,
  sort: 1,
  tail: 1,
  tee: Infinity,
  tr: Infinity,
  uniq: 1,
  wc: 1,
  xargs: Infinity,
};

/** Filters that treat each line by itself, so that a stream can pass through them in pieces. */
const LINE_FILTERS = new Set(['awk', 'cat', 'cut', 'egrep', 'fgrep', 'grep', 'sed', 'tr']);

/** Name under which the last command of a script is called once it has been set apart. */
export const TAIL_COMMAND = 'run-as-tail';

export interface SplitScript {
  /** What just-bash is to run. */
  readonly source: string;
  /** Pipeline after the tail command, where there is one: filters its lines. */
  readonly filter: string | undefined;
}

/**
 * Sets apart the last simple command of a script, if it is one that should write to the client
 * itself: just-bash returns output only when all is done, and as text. The command is renamed to
 * `TAIL_COMMAND`, with its own name as first argument, so that just-bash still expands its words
 * and decides whether it runs at all.
 * @param isOurs whether a command of that name can run outside just-bash.
 * @returns `undefined` if the last command must stay with just-bash.
 */
export function splitTail(
  script: ScriptNode,
  isOurs: (name: string) => boolean,
): SplitScript | undefined {
  const pipeline = script.statements.at(-1)?.pipelines.at(-1);
  const statement = script.statements.at(-1);
  if (!pipeline || !statement || statement.background || pipeline.negated || pipeline.timed) {
    return undefined;
  }
  const [first, ...rest] = pipeline.commands;
  if (first?.type !== 'SimpleCommand' || first.redirections.length > 0) return undefined;
  const isExec = literal(first.name) === 'exec';
  const words = isExec ? first.args : [...(first.name ? [first.name] : []), ...first.args];
  const name = literal(words[0]);
  if (name === undefined || !isOurs(commandName(name))) return undefined;
  if (!rest.every(isLineFilter)) return undefined;
  const tail: SimpleCommandNode = {
    ...first,
    name: word(TAIL_COMMAND),
    args: [word(commandName(name)), ...words.slice(1)],
  };
  return {
    source: serialize(replaceLast(script, { ...pipeline, commands: [tail] })),
    filter:
      rest.length > 0
        ? serialize({
            type: 'Script',
            statements: [
              {
                type: 'Statement',
                operators: [],
                background: false,
                pipelines: [{ ...pipeline, commands: rest }],
              },
            ],
          })
        : undefined,
  };
}

/** Whether running the script can take something from standard input. */
export function readsStdin(script: ScriptNode): boolean {
  return script.statements.some((statement) =>
    statement.pipelines.some((pipeline) => {
      const [first] = pipeline.commands;
      if (first?.type !== 'SimpleCommand') return mentionsReader(first);
      if (first.redirections.some(({ operator }) => operator.startsWith('<'))) return false;
      const name = literal(first.name);
      const enough = name === undefined ? undefined : STDIN_READERS[commandName(name)];
      if (enough === undefined) return false;
      const operands = first.args.filter((arg) => !(literal(arg) ?? '').startsWith('-'));
      return operands.length < enough;
    }),
  );
}

/** Whether the script's last command is `exit`. */
export function endsWithExit(script: ScriptNode): boolean {
  const last = script.statements.at(-1)?.pipelines.at(-1)?.commands.at(-1);
  return last?.type === 'SimpleCommand' && literal(last.name) === 'exit';
}

/** `/system/bin/getprop` and `getprop` are the same command. */
function commandName(path: string): string {
  return path.replace(/^\/system\/x?bin\//, '');
}

/** Rewrites calls by full path, which just-bash looks for as files. Returns whether it did. */
export function dropSystemPath(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  let changed = false;
  if ('type' in node && node.type === 'SimpleCommand') {
    const command = node as SimpleCommandNode;
    const part = command.name?.parts.length === 1 ? command.name.parts[0] : undefined;
    if (part?.type === 'Literal' && commandName(part.value) !== part.value) {
      part.value = commandName(part.value);
      changed = true;
    }
  }
  for (const child of Object.values(node)) changed = dropSystemPath(child) || changed;
  return changed;
}

function mentionsReader(command: CommandNode | undefined): boolean {
  // `while read line; do …` and the like: the body may read, so the input is collected.
  return command !== undefined && /"(?:read|cat|xargs)"/.test(JSON.stringify(command));
}

function isLineFilter(command: CommandNode): boolean {
  return (
    command.type === 'SimpleCommand' &&
    command.redirections.length === 0 &&
    LINE_FILTERS.has(literal(command.name) ?? '') &&
    // Stops after so many lines, which pieces cannot tell.
    !command.args.some((arg) => /^-(?:m|c)/.test(literal(arg) ?? ''))
  );
}

function replaceLast(script: ScriptNode, pipeline: PipelineNode): ScriptNode {
  const statements = [...script.statements];
  const last = statements.pop();
  if (!last) return script;
  const pipelines = [...last.pipelines.slice(0, -1), pipeline];
  return { ...script, statements: [...statements, { ...last, pipelines }] };
}

/** The text of a word without expansions, else `undefined`. */
function literal(node: WordNode | null | undefined): string | undefined {
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

function word(value: string): WordNode {
  return { type: 'Word', parts: [{ type: 'Literal', value }] };
}

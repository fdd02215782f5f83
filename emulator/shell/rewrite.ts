import {
  parse,
  type PipelineNode,
  type ScriptNode,
  serialize,
  type SimpleCommandNode,
  type StatementNode,
} from 'just-bash';
import { SCRIPT_FILES } from './script-files.ts';
import { encodePipeline, RUN_STAGES } from './stages.ts';
import { literal, quoted, readsStdin, shortenName, word } from './words.ts';

/** Whether what stands at a place of a script reads from, and writes to, the client itself. */
export interface Place {
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
  /** Behind a `&`. */
  readonly background?: boolean;
}

/** A command of this name runs beside just-bash, where bytes come and go as in a pipe. */
export type IsStreamed = (name: string) => boolean;

/** Where a command line itself stands. */
export const AT_CLIENT: Place = { stdin: true, stdout: true, stderr: true };
const NOWHERE: Place = { stdin: false, stdout: false, stderr: false };

/** What stands before each turn of a loop: 130 if it was interrupted. */
const TURN = `[[ -e ${SCRIPT_FILES.turn} ]] || return 130`;

/** Commands that write nothing, not even of what is wrong with them. */
const SILENT = new Set([':', '[', 'break', 'continue', 'exec', 'exit', 'false', 'return', 'true']);

/**
 * Makes of a script what just-bash can run for a client that watches. just-bash takes standard
 * input and returns output as one text, hands on a pipe's data when its writer has ended, and does
 * not pause; so
 *
 * - commands that stream become one command with the streams between them: `RUN_STAGES`;
 * - what others write to the client is redirected into `SCRIPT_FILES`, from where it goes there;
 * - those that read standard input get it when they run, from `SCRIPT_FILES` too;
 * - each turn of a loop first looks whether to go on;
 * - a `sh` is told its place, and `exec` ends the script.
 *
 * Changes the script. A function's body stands where the function is called: at the client only if
 * all its calls are known and stand there.
 */
export function rewrite(
  script: ScriptNode,
  place: Place,
  isStreamed: IsStreamed,
  areCallsKnown: boolean,
): string {
  const functions = new Survey(script);
  if (functions.redirectsShell) place = { ...place, stdout: false, stderr: false };
  const functionPlace = functions.calledElsewhere || !areCallsKnown ? NOWHERE : place;
  const rewriter = new Rewriter((name) => isStreamed(name) && !functions.names.has(name));
  rewriter.functionPlace = functionPlace;
  rewriter.walk(script, place);
  const last = script.statements.findIndex(
    ({ pipelines: [first] }) => first && rewriter.execs.has(first),
  );
  if (last >= 0) script.statements.splice(last + 1, Infinity, ...parse('exit').statements);
  return serialize(script);
}

function turn(): StatementNode {
  const [statement] = parse(TURN).statements;
  if (!statement) throw new Error('the check of a turn is empty');
  return statement;
}

type Visitor = (node: PipelineNode, place: Place) => void;

/** Goes through everything a script runs, inner commands first. */
class Walker {
  functionPlace = AT_CLIENT;

  walk(node: unknown, place: Place): void {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node) this.#node(node as { type: string }, place);
    else for (const child of Object.values(node)) this.walk(child, place);
  }

  protected pipeline: Visitor = () => undefined;
  protected loop: (body: StatementNode[]) => void = () => undefined;

  #node(node: { readonly type: string }, place: Place): void {
    if (node.type === 'Pipeline') {
      const pipeline = node as PipelineNode;
      for (const [at, command] of pipeline.commands.entries()) {
        this.walk(command, placeInPipe(pipeline, at, place));
      }
      this.pipeline(pipeline, place);
      return;
    }
    const inner = this.#placeInside(node, place);
    for (const child of Object.values(node)) this.walk(child, inner);
    if (/^(?:For|CStyleFor|While|Until)$/.test(node.type)) {
      this.loop((node as { readonly type: string; body: StatementNode[] }).body);
    }
  }

  #placeInside(node: { readonly type: string }, place: Place): Place {
    if (node.type === 'Statement' && (node as StatementNode).background) {
      return { ...place, stdin: false, background: true };
    }
    if (node.type === 'CommandSubstitution' || node.type === 'ProcessSubstitution') {
      return { ...place, stdout: false };
    }
    if (node.type === 'FunctionDef') return this.functionPlace;
    if (node.type === 'SimpleCommand' || !('redirections' in node)) return place;
    const redirections = node.redirections as SimpleCommandNode['redirections'];
    if (redirections.length === 0) return place;
    const takesInput = redirections.some(({ operator }) => operator.startsWith('<'));
    return { ...NOWHERE, stdin: place.stdin && !takesInput };
  }
}

function placeInPipe(pipeline: PipelineNode, at: number, place: Place): Place {
  const isLast = at === pipeline.commands.length - 1;
  return {
    ...place,
    stdin: place.stdin && at === 0,
    stdout: place.stdout && isLast,
    stderr: place.stderr && !pipeline.pipeStderr?.[at],
  };
}

/** What must be known of a whole script before any of it is rewritten. */
class Survey extends Walker {
  readonly names = new Set<string>();
  readonly #calledElsewhere = new Set<string>();
  /** `exec > FILE` and the like. */
  redirectsShell = false;

  constructor(script: ScriptNode) {
    super();
    this.walk(script, AT_CLIENT);
  }

  /** Whether a function is called where its output does not go to the client, or in a pipe. */
  get calledElsewhere(): boolean {
    return [...this.names].some((name) => this.#calledElsewhere.has(name));
  }

  protected override pipeline = ({ commands }: PipelineNode, place: Place) => {
    const isPlain = commands.length === 1 && place.stdin && place.stdout;
    for (const command of commands) {
      if (command.type === 'FunctionDef') this.names.add(command.name);
      if (command.type !== 'SimpleCommand') continue;
      const name = literal(command.name);
      if (name === undefined) continue;
      if (name === 'exec' && command.redirections.length > 0) this.redirectsShell = true;
      if (!isPlain || command.redirections.length > 0) this.#calledElsewhere.add(name);
    }
  };
}

class Rewriter extends Walker {
  /** Pipelines behind which the script ends. */
  readonly execs = new Set<PipelineNode>();
  readonly #isStreamed: IsStreamed;

  constructor(isStreamed: IsStreamed) {
    super();
    this.#isStreamed = isStreamed;
  }

  protected override loop = (body: StatementNode[]) => void body.unshift(turn());

  protected override pipeline = (pipeline: PipelineNode, place: Place) => {
    for (const [at, command] of pipeline.commands.entries()) {
      if (command.type !== 'SimpleCommand') continue;
      shortenName(command);
      dropToybox(command);
      if (at === 0 && dropExec(command)) this.execs.add(pipeline);
    }
    const stages = this.#leadingStages(pipeline);
    for (const [at, command] of pipeline.commands.entries()) {
      if (at < stages.length || command.type !== 'SimpleCommand') continue;
      connect(command, placeInPipe(pipeline, at, place));
    }
    if (stages.length === 0) return;
    const call: SimpleCommandNode = {
      type: 'SimpleCommand',
      assignments: stages.length === 1 ? (stages[0]?.assignments ?? []) : [],
      name: word(RUN_STAGES),
      args: encodePipeline(stages, {
        ...place,
        stdout: place.stdout && stages.length === pipeline.commands.length,
      }),
      redirections: [],
    };
    pipeline.commands.splice(0, stages.length, call);
    pipeline.pipeStderr?.splice(0, stages.length - 1);
  };

  /** The commands a pipeline begins with that can run as one; none if the first does not stream. */
  #leadingStages(pipeline: PipelineNode): SimpleCommandNode[] {
    const { commands, pipeStderr } = pipeline;
    const stages: SimpleCommandNode[] = [];
    for (const [at, command] of commands.entries()) {
      if (command.type !== 'SimpleCommand') break;
      const name = literal(command.name);
      if (name === undefined || !this.#isStreamed(name)) break;
      if (at > 0 && (command.assignments.length > 0 || pipeStderr?.[at - 1])) break;
      if (command.redirections.some((each) => !isSimple(each))) break;
      stages.push(command);
    }
    if (pipeStderr?.[stages.length - 1]) stages.pop();
    return stages.length > 1 && (stages[0]?.assignments.length ?? 0) > 0 ? [] : stages;
  }
}

/** Connects a command of just-bash to the client, as far as it stands there. */
function connect(command: SimpleCommandNode, place: Place): void {
  const name = literal(command.name) ?? '';
  checkTargets(command);
  if (command.name === null || SILENT.has(name)) return;
  if (name === 'sh') {
    command.args.unshift(encodePlace(command.redirections.length === 0 ? place : NOWHERE));
  }
  const connections = [
    ...(place.stdout ? [redirection(1, '>>', SCRIPT_FILES.stdout)] : []),
    ...(place.stderr ? [redirection(2, '>>', SCRIPT_FILES.stderr)] : []),
    ...(place.stdin && readsStdin(command)
      ? [redirection(0, '<', name === 'read' ? SCRIPT_FILES.line : SCRIPT_FILES.stdin)]
      : []),
  ];
  // Before its own, which so are free to lead elsewhere.
  command.redirections.unshift(...connections);
}

function redirection(fd: number, operator: '<' | '>>', path: string) {
  return { type: 'Redirection' as const, fd, operator, target: word(path) };
}

/** A descriptor that no script is likely to use. */
const SPARE_FD = 9;

/** just-bash gives up a script that redirects to a file it may not write: so that is tried first. */
function checkTargets(command: SimpleCommandNode): void {
  command.redirections = command.redirections.flatMap((each) => {
    const { operator, target } = each;
    if (!/^(?:&?>>?|>\|)$/.test(operator) || target.type !== 'Word') return [each];
    // What has an effect when it is expanded is expanded once.
    if (/CommandSubstitution|"operation":\{|Arith/.test(JSON.stringify(target))) return [each];
    const checked = word(SCRIPT_FILES.writable);
    checked.parts.push(...target.parts);
    return [{ ...redirection(SPARE_FD, '<', ''), target: checked }, each];
  });
}

/** A redirection from or to a file, or of both outputs into one. */
function isSimple({ fd, fdVariable, operator, target }: SimpleCommandNode['redirections'][number]) {
  if (target.type !== 'Word' || fdVariable !== undefined) return false;
  if (operator === '<') return fd === null || fd === 0;
  if (operator === '>' || operator === '>>') return fd === null || fd === 1 || fd === 2;
  return operator === '>&' && fd === 2 && literal(target) === '1';
}

function dropToybox(command: SimpleCommandNode): void {
  const [first, ...rest] = command.args;
  if (literal(command.name) !== 'toybox' || !first || /^(?:--|$)/.test(literal(first) ?? ''))
    return;
  command.name = first;
  command.args = rest;
}

/** `exec COMMAND` runs the command and ends the script; just-bash goes on. */
function dropExec(command: SimpleCommandNode): boolean {
  const [first, ...rest] = command.args;
  if (literal(command.name) !== 'exec' || !first || command.redirections.length > 0) return false;
  command.name = first;
  command.args = rest;
  shortenName(command);
  return true;
}

const PLACE = '\u{e000}place=';

function encodePlace({ stdin, stdout, stderr }: Place) {
  return quoted(`${PLACE}${stdin ? 'i' : ''}${stdout ? 'o' : ''}${stderr ? 'e' : ''}`);
}

/** Takes the place that `rewrite` has told a `sh` out of its arguments. */
export function takePlace(args: readonly string[]): { place: Place; args: readonly string[] } {
  const [first, ...rest] = args;
  if (!first?.startsWith(PLACE)) return { place: NOWHERE, args };
  const letters = first.slice(PLACE.length);
  const [stdin, stdout, stderr] = ['i', 'o', 'e'].map((letter) => letters.includes(letter));
  return {
    place: { stdin: stdin === true, stdout: stdout === true, stderr: stderr === true },
    args: rest,
  };
}

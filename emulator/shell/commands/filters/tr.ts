import { filter } from './filter.ts';

const CLASSES: Readonly<Record<string, string | undefined>> = {
  digit: '0-9',
  lower: 'a-z',
  upper: 'A-Z',
};

/** `tr SET1 SET2` and `tr -d SET1` on ASCII; the rest is left to just-bash. */
export const tr = filter(
  'tr',
  async (input) => {
    const parsed = parse(input.args);
    if (!parsed) throw new Error('sets that are left to just-bash came here');
    const { from, to, deletes } = parsed;
    const map = new Map([...from].map((byte, at) => [byte, to[Math.min(at, to.length - 1)]]));
    for await (const chunk of input.input.chunks(input.signal)) {
      if (deletes) await input.write(Buffer.from(chunk.filter((byte) => !map.has(byte))));
      else await input.write(Buffer.from(chunk.map((byte) => map.get(byte) ?? byte)));
    }
    return 0;
  },
  (args) => parse(args) === undefined,
);

function parse(args: readonly string[]) {
  const deletes = args[0] === '-d';
  const sets = deletes ? args.slice(1) : args;
  const [from, to] = sets.map(expand);
  if (sets.length !== (deletes ? 1 : 2) || sets[0]?.startsWith('-')) return undefined;
  if (!from || (!deletes && !to?.length)) return undefined;
  return { from, to: to ?? Buffer.of(), deletes };
}

/** `undefined` for what is not ASCII, or not plain. */
function expand(set: string): Buffer | undefined {
  const named = set.replace(/\[:(\w+):\]/g, (text, name: string) => CLASSES[name] ?? text);
  const plain = named.replace(/\\([ntr\\])/g, (_, letter: string) =>
    letter === '\\' ? '\\' : ({ n: '\n', t: '\t', r: '\r' }[letter] ?? letter),
  );
  if (!/^[\x00-\x7f]*$/.test(plain) || /[[\]]|\\[^\\]/.test(plain)) return undefined;
  const bytes = [];
  for (let at = 0; at < plain.length; at++) {
    const [first, dash, last] = [plain.charCodeAt(at), plain[at + 1], plain.charCodeAt(at + 2)];
    if (dash !== '-' || Number.isNaN(last)) {
      bytes.push(first);
      continue;
    }
    for (let byte = first; byte <= last; byte++) bytes.push(byte);
    at += 2;
  }
  return Buffer.from(bytes);
}

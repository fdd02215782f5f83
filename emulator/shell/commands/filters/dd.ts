import { resolvePath, UsageError } from '../../command.ts';
import { describeFileError } from '../../file-errors.ts';
import { FileSink } from '../../sinks.ts';
import { filter } from './filter.ts';
import { forEachInput } from './inputs.ts';

const DEFAULT_BLOCK_BYTES = 512;
const OPERANDS = new Set(['if', 'of', 'bs', 'count', 'skip', 'status', 'conv', 'ibs', 'obs']);
const UNITS: Readonly<Record<string, number | undefined>> = {
  '': 1,
  c: 1,
  k: 1024,
  K: 1024,
  m: 1024 ** 2,
  M: 1024 ** 2,
  G: 1024 ** 3,
};

/** `dd [if=FILE] [of=FILE] [bs=N] [count=N] [skip=N] [status=none]` (toybox) */
export const dd = filter('dd', async (input) => {
  const operands = new Map(
    input.args.map((arg) => {
      const [, name = arg, value = ''] = /^(\w+)=(.*)$/s.exec(arg) ?? [];
      if (!OPERANDS.has(name)) throw new UsageError(`dd: bad arg ${arg}`);
      return [name, value];
    }),
  );
  const blockBytes = sizeOf(operands.get('bs') ?? String(DEFAULT_BLOCK_BYTES));
  const [source, target] = [operands.get('if'), operands.get('of')];
  let toSkip = sizeOf(operands.get('skip') ?? '0') * blockBytes;
  const count = operands.get('count');
  let left = count === undefined ? Infinity : sizeOf(count) * blockBytes;
  let file: FileSink | undefined;
  try {
    if (target !== undefined)
      file = await FileSink.open(input.files, resolvePath(input, target), false);
  } catch (error) {
    throw new UsageError(`dd: ${target ?? ''}: ${describeFileError(error)}`);
  }
  let copied = 0;
  const exitCode = await forEachInput(input, source === undefined ? [] : [source], async (each) => {
    if (left === 0) return;
    for await (const chunk of each.chunks) {
      const from = Math.min(toSkip, chunk.length);
      const piece = chunk.subarray(from, Math.min(chunk.length, from + left));
      toSkip -= from;
      left -= piece.length;
      copied += piece.length;
      // Before anything else happens to the stream that it came from.
      if (source === undefined) input.input.unread(chunk.subarray(from + piece.length));
      await (file ? file.write(piece) : input.write(piece));
      if (left === 0) return;
    }
  });
  await file?.end();
  if (exitCode === 0 && operands.get('status') !== 'none') {
    const records = `${Math.floor(copied / blockBytes)}+${copied % blockBytes > 0 ? 1 : 0}`;
    await input.writeError(
      `${records} records in\n${records} records out\n${copied} bytes copied\n`,
    );
  }
  return exitCode;
});

function sizeOf(text: string): number {
  const [, digits, unit = ''] = /^(\d+)(\w?)$/.exec(text) ?? [];
  const factor = UNITS[unit];
  if (digits === undefined || factor === undefined) throw new UsageError(`dd: bad size '${text}'`);
  return Number(digits) * factor;
}

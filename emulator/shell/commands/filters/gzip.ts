import { createGunzip, createGzip, type Gunzip, type Gzip } from 'node:zlib';
import { resolvePath, type StreamInput, UsageError } from '../../command.ts';
import { describeFileError } from '../../file-errors.ts';
import { parseLetters } from '../../options.ts';
import { FileSink } from '../../sinks.ts';
import { filter } from './filter.ts';
import { forEachInput, type Input } from './inputs.ts';

const SUFFIX = '.gz';

/** `gzip [-cdfk1-9] [FILE…]`, with what it is called by. */
function createGzipCommand(name: string, isUnpacking: boolean, isToOutput: boolean) {
  return filter(name, async (input) => {
    const { options, operands } = parseLetters(input.args);
    const unpacks = isUnpacking || options.has('-d');
    const toOutput = isToOutput || options.has('-c') || operands.length === 0;
    const level = Number([...options.keys()].find((each) => /^-[1-9]$/.test(each))?.slice(1) ?? 6);
    let failed = 0;
    const code = await forEachInput(input, operands, async (each) => {
      const coder = unpacks ? createGunzip() : createGzip({ level });
      const write = (output: Buffer) => input.write(output);
      try {
        if (toOutput || each.name === '-') await pass(each.chunks, coder, write);
        else await replaceFile(input, each, coder, unpacks, options.has('-k'), options.has('-f'));
      } catch (error) {
        if (!isDataError(error)) throw error;
        await input.writeError(`${name}: ${each.name}: not in gzip format\n`);
        failed = 1;
      }
    });
    return code || failed;
  });
}

async function replaceFile(
  input: StreamInput,
  { name, chunks }: Input,
  coder: Gzip | Gunzip,
  unpacks: boolean,
  keeps: boolean,
  overwrites: boolean,
): Promise<void> {
  if (unpacks && !name.endsWith(SUFFIX))
    throw new UsageError(`${input.name}: no ${SUFFIX}: ${name}`);
  const target = unpacks ? name.slice(0, -SUFFIX.length) : name + SUFFIX;
  const path = resolvePath(input, target);
  if (!overwrites && (await input.files.exists(path))) {
    throw new UsageError(`${input.name}: ${target}: ${describeFileError(new Error('EEXIST'))}`);
  }
  const file = await FileSink.open(input.files, path, false);
  await pass(chunks, coder, (output) => file.write(output));
  await file.end();
  if (!keeps) await input.files.rm(resolvePath(input, name));
}

/** Sends the input through the coder; what comes out is written as fast as it is taken. */
async function pass(
  chunks: AsyncIterable<Buffer>,
  coder: Gzip | Gunzip,
  write: (output: Buffer) => Promise<void>,
): Promise<void> {
  const fed = (async () => {
    for await (const chunk of chunks) {
      if (coder.destroyed) return;
      if (!coder.write(chunk)) await drained(coder);
    }
    coder.end();
  })();
  for await (const output of coder as AsyncIterable<Buffer>) await write(output);
  await fed;
}

function drained(coder: Gzip | Gunzip): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      coder.off('drain', finish).off('close', finish);
      resolve();
    };
    coder.on('drain', finish).on('close', finish);
  });
}

function isDataError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));
}

export const gzip = createGzipCommand('gzip', false, false);
export const gunzip = createGzipCommand('gunzip', true, false);
export const zcat = createGzipCommand('zcat', true, true);

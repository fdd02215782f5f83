import { resolvePath } from '../../command.ts';
import { describeFileError } from '../../file-errors.ts';
import { parseLetters } from '../../options.ts';
import { FileSink } from '../../sinks.ts';
import { filter } from './filter.ts';

/** `tee [-a] [FILE…]` */
export const tee = filter('tee', async (input) => {
  const { options, operands } = parseLetters(input.args);
  const files: FileSink[] = [];
  let exitCode = 0;
  for (const name of operands) {
    try {
      files.push(await FileSink.open(input.files, resolvePath(input, name), options.has('-a')));
    } catch (error) {
      await input.writeError(`tee: ${name}: ${describeFileError(error)}\n`);
      exitCode = 1;
    }
  }
  for await (const chunk of input.input.chunks(input.signal)) {
    for (const file of files) await file.write(chunk);
    await input.write(chunk);
  }
  for (const file of files) await file.end();
  return exitCode;
});

import { createHash } from 'node:crypto';
import { parseLetters } from '../../options.ts';
import { filter } from './filter.ts';
import { forEachInput } from './inputs.ts';

/** `md5sum [-b] [FILE…]` and its like; `-c` is left to just-bash. */
function createChecksum(name: string, algorithm: string) {
  return filter(
    name,
    (input) => {
      const { options, operands } = parseLetters(input.args);
      return forEachInput(input, operands, async (each) => {
        const hash = createHash(algorithm);
        for await (const chunk of each.chunks) hash.update(chunk);
        const suffix = options.has('-b') ? '' : `  ${each.name}`;
        await input.write(`${hash.digest('hex')}${suffix}\n`);
      });
    },
    (args) => args.includes('-c'),
  );
}

export const md5sum = createChecksum('md5sum', 'md5');
export const sha1sum = createChecksum('sha1sum', 'sha1');
export const sha256sum = createChecksum('sha256sum', 'sha256');

import { filter } from './filter.ts';
import { forEachInput } from './inputs.ts';

/** `cat [FILE…]`: passes bytes on unchanged; with `-n` and the like it is just-bash's. */
export const cat = filter(
  'cat',
  (input) =>
    forEachInput(
      input,
      input.args.filter((arg) => arg !== '-u' && arg !== '--'),
      async ({ chunks }) => {
        for await (const chunk of chunks) await input.write(chunk);
      },
    ),
  (args) => args.some((arg) => /^-[benstvAET]/.test(arg)),
);

import type { Settings } from '../../config/settings.ts';
import type { Shard } from '../summary.ts';

/** Spec files of this folder get a second phone of the run beside their own. */
const TWO_PHONES = '/specs/two-phones/';

/** Whether a spec file needs a second phone. @param file its path or URL, absolute. */
export function needsTwoPhones(file: string): boolean {
  return file.includes(TWO_PHONES);
}

/**
 * Puts spec files together that one worker runs one after the other, in their order and in groups of
 * about the same size. Files that need two phones are among themselves: the others would keep the second
 * phone from its own specs.
 * @param files absolute paths.
 * @param perWorker the most files of a group.
 * @param parts how many runs share the files: so that each gets groups, their number is a multiple of it.
 */
export function groupSpecs(files: readonly string[], perWorker: number, parts = 1): string[][] {
  const single = files.filter((file) => !needsTwoPhones(file));
  const double = files.filter(needsTwoPhones);
  return [single, double].flatMap((some) => {
    const least = Math.ceil(some.length / perWorker);
    return inGroups(some, Math.min(some.length, Math.ceil(least / parts) * parts));
  });
}

function inGroups(files: readonly string[], count: number): string[][] {
  return Array.from({ length: count }, (_, index) =>
    files.slice(
      Math.round((index * files.length) / count),
      Math.round(((index + 1) * files.length) / count),
    ),
  );
}

/** The part of WebdriverIO's live configuration that says what runs in which worker. */
export interface LiveSpecs {
  specs?: (string | string[])[];
  spec?: string[];
  suite?: string[];
  maxInstances?: number;
  shard?: Shard;
}

/**
 * Tells WebdriverIO which spec files go together, and how many workers there may be at a time.
 * @param config its own, live.
 * @param files those that it would run, absolute.
 */
export function planWorkers(
  config: LiveSpecs,
  files: readonly string[],
  { atOnce, distribution, specsPerWorker }: Settings,
): void {
  if (atOnce !== undefined) config.maxInstances = atOnce;
  // Any phone may take the next file: in groups they would wait for each other.
  if (distribution === 'share' || specsPerWorker === 1) return;
  config.specs = groupSpecs(files, specsPerWorker, config.shard?.total);
  // What chose them has been taken into account.
  delete config.spec;
  delete config.suite;
}

import type { Settings } from '../../config/settings.ts';
import type { Shard } from '../summary.ts';

/** Spec files of this folder get a second phone of the run beside their own. */
const TWO_PHONES = '/specs/two-phones/';

/**
 * Which spec files need a second phone of the run, by their path or URL, absolute. Of emulated phones they
 * start two themselves.
 */
export function needsTwoPhones({ target }: Pick<Settings, 'target'>): (file: string) => boolean {
  return (file) => target !== 'emulated' && file.includes(TWO_PHONES);
}

/**
 * Puts spec files together that one worker runs one after the other, in their order and in groups of
 * about the same size. Files that need two phones are among themselves: the others would keep the second
 * phone from its own specs.
 * @param files absolute paths.
 * @param perWorker the most files of a group.
 * @param needsTwo whether a file is one of the latter.
 * @param parts how many runs share the files: so that each gets groups, their number is a multiple of it.
 */
export function groupSpecs(
  files: readonly string[],
  perWorker: number,
  needsTwo: (file: string) => boolean,
  parts = 1,
): string[][] {
  const single = files.filter((file) => !needsTwo(file));
  const double = files.filter(needsTwo);
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
export function planWorkers(config: LiveSpecs, files: readonly string[], settings: Settings): void {
  const { atOnce, distribution, specsPerWorker } = settings;
  if (atOnce !== undefined) config.maxInstances = atOnce;
  // Any phone may take the next file: in groups they would wait for each other.
  if (distribution === 'share' || specsPerWorker === 1) return;
  config.specs = groupSpecs(files, specsPerWorker, needsTwoPhones(settings), config.shard?.total);
  // What chose them has been taken into account.
  delete config.spec;
  delete config.suite;
}

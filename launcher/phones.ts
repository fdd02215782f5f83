// What `npm run phones` runs: the phones that adb lists, and who uses them.
import { statSync } from 'node:fs';
import { RealHarnessClock } from '../config/clock.ts';
import { loadSettings, type Settings } from '../config/settings.ts';
import { meantPhones } from '../config/targets/choose-phones.ts';
import { Adb } from '../device/adb.ts';
import { discoverPhones } from '../device/discovery/discover.ts';
import { LeaseStore } from '../device/leases/store.ts';
import { Ledger } from '../device/ledger/ledger.ts';
import { printLines, runCommand } from './command-line.ts';
import { lookAtPhones } from './phones/look.ts';
import { parsePhonesOptions, PHONES_HELP, type PhonesOptions } from './phones/options.ts';
import { releaseLeases } from './phones/release.ts';
import { phonesTable } from './phones/table.ts';
import { terminalOptions } from './terminal/options.ts';

/** Of what is no terminal. */
const DEFAULT_COLUMNS = 120;
/** Of a file's mode: what the group and everybody else may. */
const OF_OTHERS = 0o077;
const clock = new RealHarnessClock();

async function showOrRelease(options: PhonesOptions, signal: AbortSignal): Promise<number> {
  const settings = loadSettings(undefined, { connected: true });
  const store = new LeaseStore(settings.stateDir, clock);
  if (!options.release) return show(options, settings, store, signal);
  const serials = options.selection?.serials ?? [];
  const { lines, ok } = await releaseLeases(store, serials, { force: options.force, signal });
  printLines(...lines);
  return ok ? 0 : 1;
}

async function show(
  { json, selection }: PhonesOptions,
  settings: Settings,
  store: LeaseStore,
  signal: AbortSignal,
): Promise<number> {
  const wanted = selection === undefined ? settings : { ...settings, selection };
  const adbs = new Adb({ adbPath: Adb.find() });
  const [found, leases] = await Promise.all([discoverPhones(adbs, { signal }), store.list(signal)]);
  const shown = meantPhones(found, wanted);
  const ledger = new Ledger(settings.stateDir);
  const phones = await lookAtPhones(shown, found, {
    ...{ adbs, settings, leases, ledger },
    ...{ clock, signal },
  });
  if (json) {
    printLines(JSON.stringify(phones, null, 2));
  } else {
    const { serials, conditions } = wanted.selection;
    const areAll = serials.length === 0 && conditions.length === 0;
    const absent = settings.inventory.phones
      .map(({ serial }) => serial)
      .filter((serial) => areAll && !found.some((phone) => phone.serial === serial));
    const { isTTY, columns } = process.stdout;
    printLines(...accessHint(settings.inventory.path));
    process.stdout.write(
      phonesTable(phones, absent, {
        color: terminalOptions(process.stdout, process.env).color,
        columns: isTTY ? columns : DEFAULT_COLUMNS,
        connected: found.length,
      }),
    );
  }
  return phones.some(({ ready }) => ready) ? 0 : 1;
}

/** The numbers in the inventory are nobody else's business. */
function accessHint(path: string | undefined): string[] {
  if (path === undefined || (statSync(path).mode & OF_OTHERS) === 0) return [];
  return [`Others on this machine can read the numbers in ${path}: chmod 600 ${path}`, ''];
}

await runCommand({ help: PHONES_HELP, parse: parsePhonesOptions, run: showOrRelease });

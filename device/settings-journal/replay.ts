import { HarnessError } from '../../config/errors.ts';
import type { Adb } from '../adb.ts';
import { SettingsJournals, type JournalFile } from './journal.ts';
import { putBack } from './put-back.ts';

export interface ReplayOptions {
  /** Absolute: `settings.stateDir`. */
  readonly stateDir: string;
  /** Told what a person may want to know; no secrets in it. */
  readonly note: (text: string) => void;
}

/**
 * Puts back what runs that died left changed on phones. Journals of processes that are alive stay, and
 * so do those of phones that are not connected, or refuse.
 *
 * Nobody else may be using the phones: to be called for those that are leased, or free.
 * @param serials of those; the ones that adb does not list as ready are passed over.
 * @returns serials of the phones that are as they were before.
 * @throws {SettingsJournalError} when a journal cannot be read.
 * @throws {AdbError} when adb does not list phones.
 */
export async function replayJournals(
  adb: Adb,
  serials: readonly string[],
  { stateDir, note }: ReplayOptions,
): Promise<string[]> {
  const journals = new SettingsJournals(stateDir);
  const settled = new Set<string>();
  const leftOver = (await journals.leftOver()).filter(({ journal }) =>
    serials.includes(journal.serial),
  );
  if (leftOver.length === 0) return [];
  const devices = await adb.devices();
  for (const left of leftOver) {
    const { serial, runId } = left.journal;
    if (!devices.some((device) => device.serial === serial && device.state === 'device')) continue;
    const file = await journals.claim(left);
    if (file !== undefined && (await settle(adb.forPhone(serial), journals, file, note))) {
      note(`${serial} is set as it was before run ${runId}, which did not end.`);
      settled.add(serial);
    }
  }
  return [...settled];
}

/**
 * Puts back what a journal says, and removes it. What goes wrong is noted; the journal stays then.
 * @returns whether the phone is as it was.
 */
export async function settle(
  adb: Adb,
  journals: SettingsJournals,
  file: JournalFile,
  note: (text: string) => void,
): Promise<boolean> {
  const { journal } = file;
  const { serial } = journal;
  const later = 'A later run on this machine tries again.';
  try {
    const how = await putBack(adb, journal);
    switch (how.kind) {
      case 'refused':
        note(`${serial} refuses to be set back: ${how.names.join(', ')}. ${later}`);
        return false;
      case 'other-phone':
        note(`${serial} is another phone than the one that run ${journal.runId} changed. ${later}`);
        return false;
      case 'done':
        if (how.leftAlone.length > 0) {
          note(`${serial}: ${how.leftAlone.join(', ')} changed during the run, and stays so.`);
        }
    }
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    const [line = ''] = error.message.split('\n');
    note(`${serial} could not be set back: ${line} ${later}`);
    return false;
  }
  await journals.remove(file);
  return true;
}

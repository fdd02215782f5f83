import { choosePhones } from './choose-phones.ts';
import { numberPhones, type NumberedPhone } from './number-phones.ts';
import type { OpenTarget, TargetContext, TargetPhone } from './target.ts';

/**
 * Opens the phones of the settings among those that adb lists: all that can be used. Which of them are
 * free, and how many are wanted, is seen when they are leased.
 * @throws {PhoneNotAvailableError}
 */
export async function connectedPhones({
  settings,
  findPhones,
  signal,
}: TargetContext): Promise<OpenTarget> {
  const found = await findPhones(signal);
  const choice = choosePhones(found, settings);
  const { numbered, leftOut } = numberPhones(choice.ready, found, settings);
  return {
    // How many of them are used is decided when it shows which are free.
    phones: numbered.map(connectedPhone),
    leftOut: [...choice.leftOut, ...leftOut],
    onExit() {
      // It is no process of this run; losing it shows as an error of the next command.
    },
    async stop() {
      // It was there before the run and stays.
    },
  };
}

/** A phone that was there before the run, as one of the run. */
function connectedPhone({ serial, number, simSlot, smsSerial }: NumberedPhone): TargetPhone {
  const started = { startedByThisRun: false, profile: undefined, language: undefined };
  return { serial, number, simSlot, smsSerial, ...started };
}

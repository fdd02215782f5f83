import { connectedPhones } from './connected.ts';
import { numberMissing } from './number-phones.ts';
import { numberFor } from './phones-of-run.ts';
import {
  PhoneNotAvailableError,
  type OpenTarget,
  type Target,
  type TargetContext,
  type TargetPhone,
} from './target.ts';

/**
 * Phones whose Appium server runs somewhere else (MI_APPIUM_URL). Where the adb server that
 * ANDROID_ADB_SERVER_ADDRESS and ANDROID_ADB_SERVER_PORT name lists them too they are asked over adb as
 * any other phone; else that server is asked for them.
 */
export const remoteTarget: Target = {
  name: 'remote',
  async open(context) {
    return (await isAdbAtHand(context)) ? connectedPhones(context) : phonesWithoutAdb(context);
  },
};

/** A named phone counts; where none is named, any does. */
async function isAdbAtHand({ settings, listPhones, signal }: TargetContext): Promise<boolean> {
  const { serials } = settings.selection;
  const listed = await listPhones(signal);
  return serials.length === 0
    ? listed.length > 0
    : listed.some(({ serial }) => serials.includes(serial));
}

async function phonesWithoutAdb(context: TargetContext): Promise<OpenTarget> {
  const { settings, askRemote, signal } = context;
  const { serials, conditions } = settings.selection;
  if (askRemote === undefined) throw new Error('Nobody asks the remote Appium server.');
  if (conditions.length > 0) {
    throw new PhoneNotAvailableError('What the phones are is not known without adb.', {
      expected: 'an adb server that lists phones, since MI_PHONES has conditions',
      seen: 'no phone listed by adb at hand',
      remedy:
        'Name serials in MI_PHONES, or let the server choose a phone by capabilities (MI_CAPABILITIES).',
    });
  }
  const wanted: readonly (string | undefined)[] =
    serials.length === 0 ? [undefined] : serials.slice(0, settings.phoneCount);
  const phones: TargetPhone[] = [];
  // One after the other: a server that chooses the phone may have only one.
  for (const name of wanted) {
    const serial = await askRemote(name, signal);
    const number = numberFor(settings, serial);
    if (number === undefined) throw numberMissing(serial);
    phones.push({
      serial,
      startedByThisRun: false,
      ...number,
      profile: undefined,
      language: undefined,
      withoutAdb: true,
    });
  }
  return {
    phones,
    leftOut: [],
    onExit() {
      // It is no process of this run; losing it shows as an error of the next command.
    },
    async stop() {
      // It was there before the run and stays.
    },
  };
}

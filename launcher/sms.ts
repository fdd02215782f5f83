// What `npm run sms` runs: the SMS of a phone, as a run would read them.
import { RealHarnessClock } from '../config/clock.ts';
import { selectionOf } from '../config/phone-selection.ts';
import { loadSettings, type Settings } from '../config/settings.ts';
import { chooseOnePhone } from '../config/targets/choose-phones.ts';
import { numberFor } from '../config/targets/phones-of-run.ts';
import { Adb } from '../device/adb.ts';
import { measurePhoneClock } from '../device/clock.ts';
import { discoverPhones } from '../device/discovery/discover.ts';
import { codeSources } from '../device/sms/sources.ts';
import { printLines as print, runCommand } from './command-line.ts';
import { SmsBoard } from './sms/board.ts';
import { parseSmsOptions, SMS_HELP, type SmsOptions } from './sms/options.ts';
import { clockLines, labelled, simLines } from './sms/text.ts';

const WATCH_EVERY_MS = 1000;
const clock = new RealHarnessClock();

async function show(options: SmsOptions, settings: Settings, signal: AbortSignal): Promise<number> {
  const call = { signal };
  const adbs = new Adb({ adbPath: Adb.find() });
  const { serial, facts } = chooseOnePhone(await discoverPhones(adbs, call), {
    ...settings,
    ...(options.serial === undefined ? {} : { selection: selectionOf(options.serial) }),
  });
  const adb = adbs.forPhone(serial);

  const phoneClock = await measurePhoneClock(adb, clock, signal);
  const number = numberFor(settings, serial);
  const { sources, sims, simSlot } = await codeSources(
    {
      adb,
      settings: {
        phoneNumber: number?.number,
        sms: { ...settings.sms, simSlot: number?.simSlot ?? settings.sms.simSlot },
      },
    },
    call,
  );
  print(...labelled('phone', serial, facts.model, facts.system));
  print(...clockLines(phoneClock), ...simLines(sims, simSlot), '');

  const sinceMs = phoneClock.earliestAt(clock.now()) - options.since.ms;
  const board = new SmsBoard(sources, { simSlot, showCodes: true });
  print(...(await board.look(sinceMs, signal)));
  if (sources.length === 0) print('MI_SMS_SOURCES names no source that is read over adb.');
  const news = board.news();
  print('', `SMS of the last ${options.since.text}, by the phone's clock`);
  print(...(news.length === 0 ? ['  none'] : news));
  if (options.watch) await watch(board, sinceMs, signal);
  return board.isAnyOpen ? 0 : 1;
}

/** Goes on until it is interrupted, or the phone is lost. */
async function watch(board: SmsBoard, sinceMs: number, signal: AbortSignal): Promise<never> {
  print('', 'Watching; Ctrl-C ends.');
  for (;;) {
    await clock.sleep(WATCH_EVERY_MS, signal);
    print(...(await board.look(sinceMs, signal)), ...board.news());
  }
}

await runCommand({
  help: SMS_HELP,
  parse: parseSmsOptions,
  run: (options, signal) => show(options, loadSettings(), signal),
  // Watching has no other end.
  stopped: (options) => (options.watch ? 0 : 1),
});

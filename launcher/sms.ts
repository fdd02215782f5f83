// What `npm run sms` runs: the SMS of a phone, as a run would read them.
import { RealHarnessClock } from '../config/clock.ts';
import { loadSettings, type Settings } from '../config/settings.ts';
import { numberFor } from '../config/targets/phones-of-run.ts';
import { printLines as print, runCommand } from './command-line.ts';
import { SmsBoard } from './sms/board.ts';
import { phoneOfSms, type PhoneOfSms } from './sms/phone-of-sms.ts';
import { parseSmsOptions, SMS_HELP, type SmsOptions } from './sms/options.ts';
import { clockLines, labelled, simLines } from './sms/text.ts';

const WATCH_EVERY_MS = 1000;
const clock = new RealHarnessClock();

async function show(options: SmsOptions, settings: Settings, signal: AbortSignal): Promise<number> {
  const phone = await phoneOfSms(options.serial, settings, signal);
  try {
    return await showOf(phone, options, settings, signal);
  } finally {
    await phone.close();
  }
}

async function showOf(
  { bridge, model, system }: PhoneOfSms,
  options: SmsOptions,
  settings: Settings,
  signal: AbortSignal,
): Promise<number> {
  const phoneClock = await bridge.clock(clock, { signal });
  const number = numberFor(settings, bridge.serial);
  const { sources, sims, simSlot } = await bridge.sms(
    {
      phoneNumber: number?.number,
      sms: { ...settings.sms, simSlot: number?.simSlot ?? settings.sms.simSlot },
    },
    { signal },
  );
  print(...labelled('phone', bridge.serial, model, system));
  print(...clockLines(phoneClock), ...simLines(sims, simSlot), '');

  const sinceMs = phoneClock.earliestAt(clock.now()) - options.since.ms;
  const board = new SmsBoard(sources, { simSlot, inClear: true });
  print(...(await board.look(sinceMs, signal)));
  if (sources.length === 0) print('MI_SMS_SOURCES names no source that can be read from here.');
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
  run: (options, signal) => show(options, loadSettings(undefined, { connected: true }), signal),
  // Watching has no other end.
  stopped: (options) => (options.watch ? 0 : 1),
});

// What `npm run sms` runs: the SMS of a phone, as a run would read them.
import { RealHarnessClock } from '../config/clock.ts';
import { HarnessError } from '../config/errors.ts';
import { SettingsError } from '../config/settings-error.ts';
import { loadSettings, type Settings } from '../config/settings.ts';
import { choosePhone } from '../config/targets/connected.ts';
import { Adb } from '../device/adb.ts';
import { measurePhoneClock } from '../device/clock.ts';
import { identityOf, readProperties } from '../device/properties.ts';
import { codeSources } from '../device/sms/sources.ts';
import { InterruptedError } from './errors.ts';
import { UsageError } from './options.ts';
import { takeOverSignals } from './signals.ts';
import { SmsBoard } from './sms/board.ts';
import { parseSmsOptions, SMS_HELP, type SmsOptions } from './sms/options.ts';
import { clockLines, labelled, simLines } from './sms/text.ts';

const WATCH_EVERY_MS = 1000;
const clock = new RealHarnessClock();

/** @returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const options = parseSmsOptions(args);
  if (options.help) {
    process.stdout.write(SMS_HELP);
    return 0;
  }
  const stop = new AbortController();
  takeOverSignals({
    onStop: (signal) => stop.abort(new InterruptedError(signal)),
    onInsist: () => process.exit(1),
  });
  try {
    return await show(options, loadSettings(), stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    print('', 'Stopped.');
    return options.watch ? 0 : 1;
  }
}

async function show(options: SmsOptions, settings: Settings, signal: AbortSignal): Promise<number> {
  const call = { signal };
  const adbs = new Adb({ adbPath: Adb.find() });
  const wanted = options.serial ?? settings.selection.serials[0];
  const { serial } = choosePhone(await adbs.devices(call), wanted);
  const adb = adbs.forPhone(serial);

  const { model, system } = identityOf(await readProperties(adb, call));
  const phoneClock = await measurePhoneClock(adb, clock, signal);
  const { sources, sims, simSlot } = await codeSources({ adb, settings }, call);
  print(...labelled('phone', serial, model, system));
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

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof HarnessError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof UsageError || error instanceof SettingsError ? 2 : 1;
}

// What `npm run record` runs: the screens of a phone, for those who do not have it.
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { RealHarnessClock } from '../config/clock.ts';
import { Masker } from '../config/masker.ts';
import { PROJECT_ROOT } from '../config/paths.ts';
import { selectionOf } from '../config/phone-selection.ts';
import { addSecrets } from '../config/secrets.ts';
import { loadSettings, type Settings } from '../config/settings.ts';
import { chooseOnePhone } from '../config/targets/choose-phones.ts';
import { Adb } from '../device/adb.ts';
import { discoverPhones } from '../device/discovery/discover.ts';
import { pageClasses } from './check-locators/locators/page-classes.ts';
import { printLines as print, runCommand } from './command-line.ts';
import { parseRecordOptions, RECORD_HELP, type RecordOptions } from './record/options.ts';
import { recordedPhone } from './record/phone.ts';
import { Recorder } from './record/recorder.ts';
import { Recording } from './record/recording.ts';
import { walk, watch } from './record/walk.ts';

const clock = new RealHarnessClock();

async function record(
  options: RecordOptions,
  settings: Settings,
  signal: AbortSignal,
): Promise<number> {
  const adbs = new Adb({ adbPath: Adb.find() });
  const { serial } = chooseOnePhone(await discoverPhones(adbs, { signal }), {
    ...settings,
    ...(options.serial !== undefined && { selection: selectionOf(options.serial) }),
  });
  const adb = adbs.forPhone(serial);
  const masker = new Masker();
  addSecrets(masker, settings);
  for (const word of [serial, ...options.hide]) masker.addSecret(word, 'password');
  const phone = await recordedPhone(adb, { signal });
  const recording = new Recording(options.folder ?? newFolder(), phone);
  print(`${phone.model}, ${phone.system}`, `Recording into ${recording.folder}`, '');
  const recorder = new Recorder({ adb, masker, recording, pageClasses: await pageClasses() });
  const parts = { recorder, print, signal };
  try {
    if (options.watch) await watch(parts, clock);
    const lines = createInterface({ input: process.stdin, signal });
    await walk(parts, lines);
    lines.close();
  } finally {
    print('', `${recording.size} recorded. Look through ${recording.folder}, then:`);
    print(`npm run check:locators -- ${recording.folder}`);
  }
  return recording.size > 0 ? 0 : 1;
}

function newFolder(): string {
  const time = new Date(clock.now()).toISOString().slice(0, 19).replace(/\D/g, '');
  return join(PROJECT_ROOT, 'reports', `recording-${time}`);
}

await runCommand({
  help: RECORD_HELP,
  parse: parseRecordOptions,
  run: (options, signal) => record(options, loadSettings(undefined, { connected: true }), signal),
  // Watching has no other end.
  stopped: (options) => (options.watch ? 0 : 1),
});

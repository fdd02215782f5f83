import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RealHarnessClock } from '../../config/clock.ts';
import { PROJECT_ROOT } from '../../config/paths.ts';
import { PhoneProcess } from '../../config/targets/phone-process.ts';
import { Adb } from '../../device/adb.ts';
import { freePorts as freeSystemPorts } from '../../launcher/ports.ts';
import { withAndroidHome } from '../../scripts/android-home.mjs';
import { freePorts } from '../emulator/free-ports.ts';
import { listProcesses } from '../processes.ts';
import { cleanEnvironment } from './project-copy.ts';

const EXECUTABLE = join(PROJECT_ROOT, 'emulator', 'bin', 'xiaomi-phone.mjs');
const LISTED_POLL_MS = 200;
/** Of phones: a console and an adb port each. */
const PORTS_OF_PHONE = 2;
const FIRST_NUMBER = 12_015_550_123;

/** Gives this process, and what it starts, an adb server of its own. */
export async function ownAdbServer(): Promise<void> {
  const [port] = await freeSystemPorts(1);
  const android = withAndroidHome(process.env);
  Object.assign(process.env, android, { ANDROID_ADB_SERVER_PORT: String(port) });
}

/**
 * The environment of runs on phones that outlive them, on the adb server of this process.
 * @param folder with the file `phones.json`, and for the state folder `state`.
 */
export function phonesEnvironment(folder: string): NodeJS.ProcessEnv {
  return {
    ...cleanEnvironment(),
    MI_TARGET: 'devices',
    MI_ENVIRONMENT: 'staging',
    MI_PICTURE_CODE: 'ocr',
    MI_ALLOW_LIVE_SIGNUP: 'yes',
    MI_AFTER_SIGN_UP: 'stay',
    MI_INVENTORY: join(folder, 'phones.json'),
    MI_STATE_DIR: join(folder, 'state'),
  };
}

/**
 * Emulated phones that outlive the runs on them, as phones on cables do: runs find them with
 * MI_TARGET=devices. Everything of them is on the adb server that this process's environment names.
 */
export class PhonesApart {
  readonly serials: readonly string[];
  readonly #adb: Adb;
  readonly #processes: readonly PhoneProcess[];

  private constructor(serials: readonly string[], adb: Adb, processes: readonly PhoneProcess[]) {
    this.serials = serials;
    this.#adb = adb;
    this.#processes = processes;
  }

  /**
   * @param options of `xiaomi-phone start`, for each phone: it has an account service of its own.
   * @param inventory path of the file for MI_INVENTORY, which is written.
   */
  static async start(
    options: readonly (readonly string[])[],
    inventory: string,
  ): Promise<PhonesApart> {
    const adb = new Adb({ adbPath: Adb.find() });
    // A phone announces itself to a server that is there.
    await adb.devices();
    const firstPort = await freePorts(PORTS_OF_PHONE * options.length);
    const phones = options.map((own, index) => {
      const port = firstPort + PORTS_OF_PHONE * index;
      const number = `+${FIRST_NUMBER + index}`;
      const args = ['start', '--exit-with-parent', '--latency', '0', '--number', number];
      return {
        serial: `emulator-${port}`,
        number,
        process: new PhoneProcess(
          process.execPath,
          [EXECUTABLE, ...args, '--port', String(port), ...own],
          () => undefined,
        ),
      };
    });
    writeFileSync(
      inventory,
      JSON.stringify({
        phones: phones.map(({ serial, number }) => ({ serial, sims: [{ slot: 1, number }] })),
      }),
    );
    const started = new PhonesApart(
      phones.map(({ serial }) => serial),
      adb,
      phones.map(({ process }) => process),
    );
    await started.#listed();
    return started;
  }

  /** All settings of each phone, as text. */
  async settings(): Promise<string[]> {
    const command = 'settings list global; settings list secure; settings list system';
    const answers = await Promise.all(
      this.serials.map((serial) => this.#adb.forPhone(serial).shell(command)),
    );
    return answers.map(({ stdout }) => stdout);
  }

  /** @param signal SIGSTOP: it answers nobody until SIGCONT. */
  signal(serial: string, signal: 'SIGSTOP' | 'SIGCONT'): void {
    const port = serial.replace('emulator-', '');
    for (const { pid, command } of listProcesses()) {
      if (command.includes(EXECUTABLE) && command.includes(`--port ${port} `)) {
        process.kill(pid, signal);
      }
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.#processes.map((one) => one.stop()));
  }

  async #listed(): Promise<void> {
    const clock = new RealHarnessClock();
    for (;;) {
      const listed = await this.#adb.devices();
      const ready = listed.filter(({ state }) => state === 'device').map(({ serial }) => serial);
      if (this.serials.every((serial) => ready.includes(serial))) return;
      await clock.sleep(LISTED_POLL_MS);
    }
  }
}

import { AdminServer } from './admin/admin-server.ts';
import type { Clock } from './android/clock.ts';
import type { Gates } from './android/gates/gates.ts';
import { AndroidSystem } from './android/system.ts';
import type { IncomingSms } from './android/telephony.ts';
import { systemApps } from './apps/index.ts';
import type { MobileNetwork } from './mobile-network.ts';
import type { Profile } from './profiles/profile.ts';
import { Shell } from './shell/shell.ts';
import { UiAutomator2Server } from './uiautomator2/server.ts';
import { ViewServer } from './view/view-server.ts';

const UIAUTOMATOR2_TEST_PACKAGE = 'io.appium.uiautomator2.server.test';

export interface BootOptions {
  readonly profile: Profile;
  /** E.164 */
  readonly phoneNumber: string;
  /** Of a second SIM card, E.164. */
  readonly secondNumber?: string | undefined;
  /** Whether it can be seen and used in a browser; default: no. */
  readonly view?: boolean;
}

/** The parts of a phone that take a while to load and to start. */
export interface BootedPhone {
  readonly system: AndroidSystem;
  readonly shell: Shell;
  /** Where it is changed while it runs. */
  readonly admin: { readonly url: string; readonly token: string };
  /** Where a browser shows it, if it was to be seen. */
  readonly view?: { readonly url: string };
  stop(): Promise<void>;
}

/**
 * Boots the system whose apps call the account service, and registers its SIM cards.
 * @throws NumberTakenError, with nothing left running.
 */
export async function boot(
  options: BootOptions,
  clock: Clock,
  surroundings: {
    readonly network: MobileNetwork;
    readonly serviceUrl: string;
    readonly gates: Gates;
    log(message: string): void;
  },
): Promise<BootedPhone> {
  const { network, serviceUrl, gates, log } = surroundings;
  const signOff = registerSims(network, options, (message) => system.telephony.receiveSms(message));
  let system: AndroidSystem;
  try {
    system = bootSystem(options, clock, serviceUrl, gates);
  } catch (error) {
    signOff();
    throw error;
  }
  const admin = new AdminServer(system, log);
  const view = options.view ? new ViewServer(system, titleOf(options), log) : undefined;
  const stop = async () => {
    signOff();
    await Promise.all([admin.stop(), view?.stop()]);
    await system.stop();
  };
  try {
    const [{ url }, viewAddress] = await Promise.all([admin.start(), view?.start()]);
    return {
      system,
      shell: new Shell(system),
      admin: { url, token: admin.token },
      ...(viewAddress ? { view: viewAddress } : {}),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function titleOf({ profile, phoneNumber }: BootOptions): string {
  return `${profile.name}, ${phoneNumber}`;
}

/**
 * Puts the SIM cards into service; the returned function takes them out.
 * @throws NumberTakenError, with none in service
 */
function registerSims(
  network: MobileNetwork,
  { phoneNumber, secondNumber }: BootOptions,
  receive: (message: IncomingSms) => void,
): () => void {
  const signOffs: (() => void)[] = [];
  const signOff = () => signOffs.forEach((each) => each());
  try {
    [phoneNumber, secondNumber].forEach((number, slot) => {
      if (number === undefined) return;
      signOffs.push(network.register(number, (message) => receive({ ...message, slot })));
    });
  } catch (error) {
    signOff();
    throw error;
  }
  return signOff;
}

function bootSystem(
  options: BootOptions,
  clock: Clock,
  serviceUrl: string,
  gates: Gates,
): AndroidSystem {
  const { profile, phoneNumber, secondNumber } = options;
  const system = new AndroidSystem({
    profile,
    clock,
    apps: systemApps(profile),
    phoneNumber,
    secondNumber,
    serviceUrl,
    gates,
  });
  const server = new UiAutomator2Server(system);
  system.instrumentations.register(UIAUTOMATOR2_TEST_PACKAGE, (context) => server.run(context));
  system.boot();
  return system;
}

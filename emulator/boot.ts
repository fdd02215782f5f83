import { AdminServer } from './admin/admin-server.ts';
import type { Clock } from './android/clock.ts';
import type { Gates } from './android/gates/gates.ts';
import { AndroidSystem } from './android/system.ts';
import { systemApps } from './apps/index.ts';
import type { MobileNetwork } from './mobile-network.ts';
import type { Profile } from './profiles/profile.ts';
import { Shell } from './shell/shell.ts';
import { UiAutomator2Server } from './uiautomator2/server.ts';

const UIAUTOMATOR2_TEST_PACKAGE = 'io.appium.uiautomator2.server.test';

export interface BootOptions {
  readonly profile: Profile;
  /** E.164 */
  readonly phoneNumber: string;
}

/** The parts of a phone that take a while to load and to start. */
export interface BootedPhone {
  readonly system: AndroidSystem;
  readonly shell: Shell;
  /** Where it is changed while it runs. */
  readonly admin: { readonly url: string; readonly token: string };
  stop(): Promise<void>;
}

/**
 * Boots the system whose apps call the account service, and registers its SIM card.
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
  const signOff = network.register(options.phoneNumber, (message) =>
    system.telephony.receiveSms(message),
  );
  let system: AndroidSystem;
  try {
    system = bootSystem(options, clock, serviceUrl, gates);
  } catch (error) {
    signOff();
    throw error;
  }
  const admin = new AdminServer(system, log);
  let adminUrl: string;
  try {
    ({ url: adminUrl } = await admin.start());
  } catch (error) {
    signOff();
    await system.stop();
    throw error;
  }
  return {
    system,
    shell: new Shell(system),
    admin: { url: adminUrl, token: admin.token },
    stop: async () => {
      signOff();
      await admin.stop();
      await system.stop();
    },
  };
}

function bootSystem(
  options: BootOptions,
  clock: Clock,
  serviceUrl: string,
  gates: Gates,
): AndroidSystem {
  const { profile, phoneNumber } = options;
  const apps = systemApps(profile);
  const system = new AndroidSystem({ profile, clock, apps, phoneNumber, serviceUrl, gates });
  const server = new UiAutomator2Server(system);
  system.instrumentations.register(UIAUTOMATOR2_TEST_PACKAGE, (context) => server.run(context));
  system.boot();
  return system;
}

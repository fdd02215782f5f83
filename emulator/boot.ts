import type { Clock } from './android/clock.ts';
import { AndroidSystem } from './android/system.ts';
import { SECURE_PROPERTY } from './apps/account/passport-activity.tsx';
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
  /** FLAG_SECURE on the account app's pages. */
  readonly secure: boolean;
}

/** The parts of a phone that take a while to load and to start. */
export interface BootedPhone {
  readonly system: AndroidSystem;
  readonly shell: Shell;
  stop(): Promise<void>;
}

/**
 * Boots the system whose apps call the account service, and registers its SIM card.
 * @throws NumberTakenError, with nothing left running.
 */
export async function boot(
  options: BootOptions,
  clock: Clock,
  surroundings: { readonly network: MobileNetwork; readonly serviceUrl: string },
): Promise<BootedPhone> {
  const { network, serviceUrl } = surroundings;
  const signOff = network.register(options.phoneNumber, (message) =>
    system.telephony.receiveSms(message),
  );
  let system: AndroidSystem;
  try {
    system = bootSystem(options, clock, serviceUrl);
  } catch (error) {
    signOff();
    throw error;
  }
  return {
    system,
    shell: new Shell(system),
    stop: async () => {
      signOff();
      await system.stop();
    },
  };
}

function bootSystem(options: BootOptions, clock: Clock, serviceUrl: string): AndroidSystem {
  const { phoneNumber } = options;
  const profile = options.secure ? secured(options.profile) : options.profile;
  const apps = systemApps(profile);
  const system = new AndroidSystem({ profile, clock, apps, phoneNumber, serviceUrl });
  const server = new UiAutomator2Server(system);
  system.instrumentations.register(UIAUTOMATOR2_TEST_PACKAGE, (context) => server.run(context));
  system.boot();
  return system;
}

/** The phone with a build of the account app whose pages are secure. */
function secured(profile: Profile): Profile {
  return { ...profile, properties: { ...profile.properties, [SECURE_PROPERTY]: '1' } };
}

import type { Clock } from './android/clock.ts';
import { AndroidSystem } from './android/system.ts';
import { SECURE_PROPERTY } from './apps/account/passport-activity.tsx';
import { systemApps } from './apps/index.ts';
import type { Profile } from './profiles/profile.ts';
import { AccountService, type ServiceSetup } from './service/service.ts';
import { Shell } from './shell/shell.ts';
import { UiAutomator2Server } from './uiautomator2/server.ts';

const UIAUTOMATOR2_TEST_PACKAGE = 'io.appium.uiautomator2.server.test';

export interface BootOptions extends ServiceSetup {
  readonly profile: Profile;
  /** E.164 */
  readonly phoneNumber: string;
  /** FLAG_SECURE on the account app's pages. */
  readonly secure: boolean;
  log(message: string): void;
}

/** The parts of a phone that take a while to load and to start. */
export interface BootedPhone {
  readonly system: AndroidSystem;
  readonly shell: Shell;
  readonly service: { readonly url: string; readonly adminToken: string };
  stop(): Promise<void>;
}

/**
 * Starts the account service and boots the system whose apps call it. A boot that fails leaves
 * nothing running.
 */
export async function boot(options: BootOptions, clock: Clock): Promise<BootedPhone> {
  const { phoneNumber } = options;
  const service = new AccountService({
    ...options,
    clock,
    sendSms: (toNumber, body, from) => {
      // The account service serves any number; only this phone's own reaches this phone.
      if (toNumber === phoneNumber) system.telephony.receiveSms({ from, body });
    },
  });
  const { url } = await service.start();
  let system: AndroidSystem;
  try {
    system = bootSystem(options, clock, url);
  } catch (error) {
    await service.stop();
    throw error;
  }
  return {
    system,
    shell: new Shell(system),
    service: { url, adminToken: service.adminToken },
    stop: async () => {
      await system.stop();
      await service.stop();
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

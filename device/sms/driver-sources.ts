import type { SmsSourceName } from '../../config/sms-sources.ts';
import type { DriverSession } from '../driver/session.ts';
import { DriverInbox } from './driver-inbox.ts';
import { DriverNotifications } from './driver-notifications.ts';
import type { CodeSource } from './source.ts';
import type { SmsReading, SmsReadingParts } from './sources.ts';

/**
 * The sources that the settings name, in their order, through Appium's helper app on the phone. It does
 * not tell which SIM cards there are, nor to which of them a message came.
 */
export function driverCodeSources(
  session: DriverSession,
  settings: SmsReadingParts['settings'],
): SmsReading {
  const made: Readonly<Partial<Record<SmsSourceName, CodeSource>>> = {
    inbox: new DriverInbox(session),
    notifications: new DriverNotifications(session),
  };
  return {
    sources: settings.sms.sources.flatMap((name) => made[name] ?? []),
    sims: [],
    simSlot: settings.sms.simSlot,
  };
}

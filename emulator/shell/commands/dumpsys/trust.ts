import { type Dump, lines } from './dump.ts';

/** `dumpsys trust` (AOSP TrustManagerService.dump): a lock screen that only wants a swipe is open. */
export const dumpTrust: Dump = ({ system }) => {
  const { showing, secure } = system.keyguard;
  const isLocked = showing && secure ? 1 : 0;
  return lines(
    'Trust manager state:',
    ` User "Owner" (id=0, flags=0x4c13) (current): trusted=0, trustManaged=0, deviceLocked=${isLocked}, strongAuthRequired=0x0`,
    '   Enabled agents:',
    '   Events:',
  );
};

import type { Service } from './index.ts';

/** `reboot:MODE`: answers nothing; the phone goes away. */
export const reboot: Service =
  ({ argument }, device) =>
  () =>
    device.reboot(argument);

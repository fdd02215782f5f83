import type { BatteryState } from '../../../emulator/android/power-manager.ts';
import type { ConsoleDevice } from '../../../emulator/console/device.ts';

export interface StubDevice extends ConsoleDevice {
  readonly messages: readonly { from: string; body: string }[];
  readonly battery: BatteryState;
  readonly killed: Promise<void>;
}

/** A phone that remembers what its console did to it. */
export function stubDevice(): StubDevice {
  const messages: { from: string; body: string }[] = [];
  let battery: BatteryState = {
    levelPercent: 84,
    charging: true,
    temperatureCelsius: 27,
    voltageMillivolts: 4200,
  };
  let onKilled: () => void = () => undefined;
  const killed = new Promise<void>((resolve) => (onKilled = resolve));
  const telephony = {
    receiveSms: ({ from, body }: { from: string; body: string }) => {
      messages.push({ from, body });
    },
  };
  const power = {
    get battery() {
      return battery;
    },
    setBattery: (change: Partial<BatteryState>) => {
      battery = { ...battery, ...change };
    },
  };
  return {
    avdName: 'redmi-note-13-pro-5g',
    system: Promise.resolve({ telephony, power }),
    kill: () => onKilled(),
    log: () => undefined,
    messages,
    get battery() {
      return battery;
    },
    killed,
  };
}

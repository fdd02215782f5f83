import { Calls } from '../../../emulator/android/calls.ts';
import { Gates } from '../../../emulator/android/gates/gates.ts';
import { Keyguard } from '../../../emulator/android/keyguard.ts';
import { PowerManager, type BatteryState } from '../../../emulator/android/power-manager.ts';
import type { ConsoleDevice } from '../../../emulator/console/device.ts';

export interface StubDevice extends ConsoleDevice {
  readonly messages: readonly { from: string; body: string }[];
  readonly battery: BatteryState;
  readonly killed: Promise<void>;
}

/** Of a phone that has service. */
function newCalls(): Calls {
  const power = new PowerManager();
  return new Calls({
    power,
    keyguard: new Keyguard(new Gates(), power),
    telephony: { phoneNumber: '+12015550123' },
    connectivity: { airplane: false },
  });
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
    system: Promise.resolve({ telephony, power, calls: newCalls() }),
    kill: () => onKilled(),
    log: () => undefined,
    messages,
    get battery() {
      return battery;
    },
    killed,
  };
}

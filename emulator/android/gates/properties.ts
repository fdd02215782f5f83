import type { SystemProperties } from '../properties.ts';
import type { SimState } from '../sim-cards.ts';
import type { Gates } from './gates.ts';
import type { GateName } from './table.ts';

interface GateProperty {
  readonly gate: GateName;
  readonly property: string;
  /** The gate's values for which the property is `1`; for the others it is `0`. */
  readonly on: readonly string[];
}

/** Set to `1`, this property gives the account pages FLAG_SECURE, which a release build has. */
export const SECURE_PROPERTY = 'debug.passport.secure';

/** Gates that system properties show; `persist.security` as in MIUI's Security Center. */
const GATE_PROPERTIES: readonly GateProperty[] = [
  { gate: 'adb-input', property: 'persist.security.adbinput', on: ['on'] },
  { gate: 'usb-install', property: 'persist.security.adbinstall', on: ['allow', 'ask'] },
  { gate: 'secure', property: SECURE_PROPERTY, on: ['on'] },
];

/**
 * Makes the properties follow the gates from now on; call the returned function after a restart.
 * @param simProperties what the properties are when the SIM cards are in a state
 */
export function connectGateProperties(
  gates: Gates,
  properties: SystemProperties,
  simProperties: (state: SimState) => Readonly<Record<string, string>>,
): () => void {
  const follow = ({ gate, property, on }: GateProperty) => {
    const isOn = on.includes(gates.get(gate));
    // A property that was never set reads as off already.
    if (isOn || properties.get(property) !== '') properties.set(property, isOn ? '1' : '0');
  };
  const followSim = () => {
    for (const [name, value] of Object.entries(simProperties(gates.get('sim') as SimState))) {
      properties.set(name, value);
    }
  };
  const followAll = () => {
    GATE_PROPERTIES.forEach(follow);
    followSim();
  };
  followAll();
  gates.onChanged('sim', followSim);
  for (const entry of GATE_PROPERTIES) gates.onChanged(entry.gate, () => follow(entry));
  return followAll;
}

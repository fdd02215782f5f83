import type { Connectivity } from './connectivity.ts';
import { parseClockOffsetMs } from './gates/clock-offset.ts';
import type { Gates } from './gates/gates.ts';
import type { SettingsProvider } from './settings-provider.ts';

const SWITCH = ['global', 'auto_time'] as const;

/**
 * "Set time automatically": a clock that a person has put wrong has it off; on again, and with a
 * network, the phone asks for the right time.
 */
export function connectAutomaticTime(
  gates: Gates,
  settings: SettingsProvider,
  connectivity: Connectivity,
): void {
  const isWrong = () => parseClockOffsetMs(gates.get('clock')) !== 0;
  const setByHand = () => {
    if (isWrong()) settings.put(...SWITCH, '0');
  };
  const ask = () => {
    if (settings.get(...SWITCH) === '1' && connectivity.online && isWrong())
      gates.set('clock', '0');
  };
  setByHand();
  gates.onChanged('clock', setByHand);
  gates.onChanged('internet', ask);
  settings.onChanged(ask);
}

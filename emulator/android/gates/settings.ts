import type { SettingsProvider } from '../settings-provider.ts';
import type { Gates } from './gates.ts';

/** Kept by MIUI's Messages for the rest of the system (MiuiSettings.Secure.CLOUD_MESSAGING_ON). */
const FREE_SMS_SETTING = ['secure', 'cloud_messaging_on'] as const;

/** Makes the settings that tell of gates follow them from now on. */
export function connectGateSettings(gates: Gates, settings: SettingsProvider): void {
  const followFreeSms = () => {
    const isOn = gates.get('free-sms') === 'on';
    // Where it was never on, nobody has written the row.
    if (isOn || settings.get(...FREE_SMS_SETTING) !== null) {
      settings.put(...FREE_SMS_SETTING, isOn ? '1' : '0');
    }
  };
  followFreeSms();
  gates.onChanged('free-sms', followFreeSms);
}

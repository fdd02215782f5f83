import { type Dump, lines } from './dump.ts';

/** `dumpsys telephony.registry` (AOSP TelephonyRegistry.dump), in short. */
export const dumpTelephonyRegistry: Dump = ({ system }) => {
  const inService = system.telephony.phoneNumber !== undefined && !system.connectivity.airplane;
  return lines(
    'last known state:',
    '  Phone Id=0',
    `    mCallState=${system.calls.state}`,
    `    mRingingCallState=${system.calls.state === 1 ? 5 : 0}`,
    `    mServiceState={mVoiceRegState=${inService ? '0(IN_SERVICE)' : '1(OUT_OF_SERVICE)'}, mDataRegState=${inService ? '0(IN_SERVICE)' : '1(OUT_OF_SERVICE)'}}`,
    '    mMessageWaiting=false',
    '    mDataActivity=0',
    `    mDataConnectionState=${inService && system.connectivity.mobileData ? 2 : 0}`,
  );
};

/** `dumpsys wifi`, in short. */
export const dumpWifi: Dump = ({ system }) =>
  lines(`Wi-Fi is ${system.connectivity.wifi ? 'enabled' : 'disabled'}`);

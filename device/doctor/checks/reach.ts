import { remedyOfState } from '../../../config/phone-states.ts';
import type { AdbDevice } from '../../device-list.ts';
import { failed, passed, type Finding } from '../result.ts';

const UNAUTHORIZED = /^(?:unauthorized|authorizing)/;

/** Whether adb reaches the phone at all; one that waits for a person's permission is reached. */
export function judgeConnection({ state }: AdbDevice): Finding {
  if (state === 'device' || UNAUTHORIZED.test(state)) return passed('reached over adb');
  return failed(`not reached: ${state}`, remedyOfState(state).remedy);
}

/** Whether a person has allowed this computer; to be asked of a phone that is reached. */
export function judgeAuthorization({ state }: AdbDevice): Finding {
  if (!UNAUTHORIZED.test(state)) return passed('this computer is allowed');
  return failed(state, remedyOfState(state).remedy);
}

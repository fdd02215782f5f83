import type { AndroidSystem } from '../../android/system.ts';
import { ACCOUNT_PACKAGE } from './ids.ts';

/**
 * MIUI's permission for messages of services and banks, which hold codes: an app operation beside
 * Android's own (OP_READ_NOTIFICATION_SMS). An app that lacks it is never told of such a message,
 * RECEIVE_SMS or not.
 */
const OP_READ_NOTIFICATION_SMS = '10018';

/** The first run of exactly 4, 6 or 8 digits that stands between other characters. */
const CODE = /(?<!\d)(?:\d{8}|\d{6}|\d{4})(?!\d)/;

/** The code that the account app takes from a message, if it finds one. */
export function codeInMessage(body: string): string | undefined {
  return CODE.exec(body)?.[0];
}

/**
 * Calls `onCode` with the code of every message that the account app is let read; the returned
 * function ends it. `appops set com.xiaomi.account 10018 allow` lets it.
 */
export function receiveSmsCodes(
  { packages, telephony }: AndroidSystem,
  onCode: (code: string) => void,
): () => void {
  return telephony.onSms(({ body }) => {
    const allowed = packages.get(ACCOUNT_PACKAGE)?.appOps.get(OP_READ_NOTIFICATION_SMS) === 'allow';
    const code = allowed ? codeInMessage(String(body ?? '')) : undefined;
    if (code !== undefined) onCode(code);
  });
}

import type { Clock } from '../../android/clock.ts';
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
 * Makes the account app's permission follow the gate `sms-autofill` from now on. `appops set
 * com.xiaomi.account 10018 …` changes it as well, until the gate is moved.
 */
export function followSmsAutofill({ gates, packages }: AndroidSystem): void {
  const follow = (value: string) => {
    const appOps = packages.get(ACCOUNT_PACKAGE)?.appOps;
    if (value === 'on') appOps?.set(OP_READ_NOTIFICATION_SMS, 'allow');
    else appOps?.delete(OP_READ_NOTIFICATION_SMS);
  };
  follow(gates.get('sms-autofill'));
  gates.onChanged('sms-autofill', follow);
}

/**
 * Hears the codes of the messages that the account app is let read, from its making on: it is made
 * before a code is asked for, since a message can be quicker than the answer to that.
 */
export class SmsCodeReceiver {
  readonly #clock: Clock;
  readonly #unsubscribe: () => void;
  #early: string | undefined;
  #onCode = (code: string): void => {
    this.#early = code;
  };
  #cancelEarly = () => {};

  constructor({ clock, packages, telephony }: AndroidSystem) {
    this.#clock = clock;
    this.#unsubscribe = telephony.onSms(({ body }) => {
      const mode = packages.get(ACCOUNT_PACKAGE)?.appOps.get(OP_READ_NOTIFICATION_SMS);
      const code = mode === 'allow' ? codeInMessage(String(body ?? '')) : undefined;
      if (code !== undefined) this.#onCode(code);
    });
  }

  /** Hands over every code from now on; before that, soon, the last one that came already. */
  deliverTo(onCode: (code: string) => void): void {
    this.#onCode = onCode;
    const early = this.#early;
    if (early !== undefined) this.#cancelEarly = this.#clock.after(0, () => onCode(early));
  }

  stop(): void {
    this.#unsubscribe();
    this.#cancelEarly();
  }
}

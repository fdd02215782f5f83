import { MIUI_OPS, miuiOpName } from '../../android/app-ops.ts';
import { smsAutofillDelayMs } from '../../android/gates/sms-autofill.ts';
import type { AndroidSystem } from '../../android/system.ts';
import { ACCOUNT_PACKAGE } from './ids.ts';

/**
 * MIUI's permission for messages of services and banks, which hold codes: an app operation beside
 * Android's own (OP_READ_NOTIFICATION_SMS). An app that lacks it is never told of such a message,
 * RECEIVE_SMS or not.
 */
const OP_READ_NOTIFICATION_SMS = miuiOpName(MIUI_OPS.notificationSms);

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
    if (smsAutofillDelayMs(value) !== undefined) appOps?.set(OP_READ_NOTIFICATION_SMS, 'allow');
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
  readonly #system: AndroidSystem;
  readonly #unsubscribe: () => void;
  readonly #waiting = new Set<() => void>();
  #early: string | undefined;
  #onCode = (code: string): void => {
    this.#early = code;
  };

  constructor(system: AndroidSystem) {
    this.#system = system;
    this.#unsubscribe = system.telephony.onSms(({ body }) => this.#onSms(String(body ?? '')));
  }

  /** Hands over every code from now on; before that, soon, the last one that came already. */
  deliverTo(onCode: (code: string) => void): void {
    this.#onCode = onCode;
    const early = this.#early;
    if (early !== undefined) this.#after(0, () => onCode(early));
  }

  stop(): void {
    this.#unsubscribe();
    for (const cancel of this.#waiting) cancel();
  }

  #onSms(body: string): void {
    const { gates, packages } = this.#system;
    const mode = packages.get(ACCOUNT_PACKAGE)?.appOps.get(OP_READ_NOTIFICATION_SMS);
    const code = mode === 'allow' ? codeInMessage(body) : undefined;
    if (code === undefined) return;
    // Whoever was let by appops alone has no delay of the gate's.
    const delayMs = smsAutofillDelayMs(gates.get('sms-autofill')) ?? 0;
    if (delayMs === 0) this.#onCode(code);
    else this.#after(delayMs, () => this.#onCode(code));
  }

  #after(delayMs: number, task: () => void): void {
    const cancel = this.#system.clock.after(delayMs, () => {
      this.#waiting.delete(cancel);
      task();
    });
    this.#waiting.add(cancel);
  }
}

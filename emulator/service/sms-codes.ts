import type { Clock } from '../android/clock.ts';
import { ServiceError } from './errors.ts';
import { randomDigits } from './random.ts';
import type { SmsSettings } from './sms-settings.ts';

const MAX_WRONG_TRIES = 5;
const QUOTA_WINDOW_MS = 24 * 3_600_000;
const QUOTA_PER_WINDOW = 10;

interface PhoneRecord {
  code: string | null;
  issuedAtMs: number;
  validUntilMs: number;
  wrongTries: number;
  /** When codes were sent, for the quota. */
  sentAtMs: number[];
}

/** The codes sent by SMS: valid for some minutes, for one use, ten a day and number. */
export class SmsCodes {
  readonly #phones = new Map<string, PhoneRecord>();
  readonly #clock: Clock;
  readonly #random: () => number;

  constructor(clock: Clock, random: () => number) {
    this.#clock = clock;
    this.#random = random;
  }

  /**
   * Refuses what {@link issue} would refuse, without sending anything.
   * @throws ServiceError TOO_FREQUENT too soon after the last one, SMS_QUOTA after ten in a day.
   */
  check(phone: string, { resendAfterSeconds }: Pick<SmsSettings, 'resendAfterSeconds'>): void {
    const record = this.#phones.get(phone);
    if (!record) return;
    const now = this.#clock.now();
    if (now - record.issuedAtMs < resendAfterSeconds * 1000) {
      throw new ServiceError(
        'TOO_FREQUENT',
        `a code was sent less than ${resendAfterSeconds} s ago`,
      );
    }
    const recent = record.sentAtMs.filter((atMs) => now - atMs < QUOTA_WINDOW_MS);
    if (recent.length >= QUOTA_PER_WINDOW) {
      const freeInMs = (recent[0] ?? now) + QUOTA_WINDOW_MS - now;
      throw new ServiceError('SMS_QUOTA', 'too many codes were sent to this number', {
        hours: Math.ceil(freeInMs / 3_600_000),
      });
    }
  }

  /**
   * A new code for the number; the one before is void.
   * @throws ServiceError as {@link check} does
   */
  issue(
    phone: string,
    settings: Pick<SmsSettings, 'digits' | 'resendAfterSeconds' | 'validForSeconds'>,
  ): string {
    this.check(phone, settings);
    const now = this.#clock.now();
    const code = randomDigits(settings.digits, this.#random);
    const earlier = this.#phones.get(phone)?.sentAtMs ?? [];
    this.#phones.set(phone, {
      code,
      issuedAtMs: now,
      validUntilMs: now + settings.validForSeconds * 1000,
      wrongTries: 0,
      sentAtMs: [...earlier.filter((atMs) => now - atMs < QUOTA_WINDOW_MS), now],
    });
    return code;
  }

  /**
   * Takes a code; the right one is used up.
   * @param atMs when it arrived
   * @throws ServiceError SMS_CODE_WRONG, SMS_CODE_EXPIRED (old, used or none sent), TOO_FREQUENT
   *   after five wrong ones
   */
  redeem(phone: string, code: string, atMs: number): void {
    const record = this.#phones.get(phone);
    if (!record?.code || atMs >= record.validUntilMs) {
      throw new ServiceError('SMS_CODE_EXPIRED', 'the code is no longer valid');
    }
    if (record.wrongTries >= MAX_WRONG_TRIES) {
      throw new ServiceError('TOO_FREQUENT', 'too many wrong codes');
    }
    if (record.code !== code) {
      record.wrongTries += 1;
      throw new ServiceError('SMS_CODE_WRONG', 'the code is not the one that was sent');
    }
    record.code = null;
  }
}

/** What a worker needs. */
export interface PhoneWish {
  /** This phone and no other; `undefined`: any. */
  readonly serial?: string | undefined;
  /** Any but this one. */
  readonly not?: string | undefined;
  /** Whether it needs a second phone beside it. */
  readonly second: boolean;
}

/** Phones that a worker has to itself. */
export interface LentPhones {
  readonly serial: string;
  /** `undefined` also when one was wished for and the run has no other phone. */
  readonly second: string | undefined;
}

interface Waiting {
  readonly wish: PhoneWish;
  readonly answer: (lent: LentPhones | undefined) => void;
}

/**
 * The phones of a run: each is lent to one worker at a time. Whoever wishes for two gets both at once,
 * so that no two workers wait for each other's phone, and those who came later do not get ahead of who
 * waits longer for the same phone.
 */
export class PhonePool {
  readonly #phones: Set<string>;
  readonly #busy = new Set<string>();
  #waiting: Waiting[] = [];

  /** @param serials in the order in which they are lent. */
  constructor(serials: readonly string[]) {
    this.#phones = new Set(serials);
  }

  /** The phones that were not taken out. */
  get left(): readonly string[] {
    return [...this.#phones];
  }

  /** Resolves when the phones are free; to `undefined` when there is none, or none any more. */
  lend(wish: PhoneWish): Promise<LentPhones | undefined> {
    return new Promise((answer) => {
      this.#waiting.push({ wish, answer });
      this.#serve();
    });
  }

  giveBack({ serial, second }: LentPhones): void {
    this.#busy.delete(serial);
    if (second !== undefined) this.#busy.delete(second);
    this.#serve();
  }

  /** Lends this phone to nobody any more. */
  takeOut(serial: string): void {
    this.#phones.delete(serial);
    this.#serve();
  }

  /** Lends no phone any more. */
  close(): void {
    this.#phones.clear();
    this.#serve();
  }

  #serve(): void {
    const reserved = new Set<string>();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { wish, answer } of waiting) {
      const fit = this.#fitting(wish);
      const lent = fit.length === 0 ? undefined : this.#free(wish, fit, reserved);
      if (fit.length > 0 && lent === undefined) {
        this.#waiting.push({ wish, answer });
        for (const serial of wish.second ? this.#phones : fit) reserved.add(serial);
        continue;
      }
      if (lent !== undefined) {
        this.#busy.add(lent.serial);
        if (lent.second !== undefined) this.#busy.add(lent.second);
      }
      answer(lent);
    }
  }

  #fitting({ serial: wanted, not }: PhoneWish): string[] {
    return this.left.filter(
      (serial) => serial !== not && (wanted === undefined || serial === wanted),
    );
  }

  /** @returns `undefined` while not all of them are free. */
  #free(
    { second }: PhoneWish,
    fit: readonly string[],
    reserved: ReadonlySet<string>,
  ): LentPhones | undefined {
    const isFree = (phone: string): boolean => !this.#busy.has(phone) && !reserved.has(phone);
    const serial = fit.find(isFree);
    if (serial === undefined) return undefined;
    const others = this.left.filter((phone) => phone !== serial);
    if (!second || others.length === 0) return { serial, second: undefined };
    const other = others.find(isFree);
    return other === undefined ? undefined : { serial, second: other };
  }
}

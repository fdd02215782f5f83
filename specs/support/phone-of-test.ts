import { runContext, type PictureReader } from '../../config/run-context.ts';
import type { AdminAddress, EmulatedPhone } from '../../config/targets/emulated.ts';
import { Adb } from '../../device/adb.ts';
import { SmsInbox } from '../../device/sms/inbox.ts';
import { PersonalData } from '../../flows/personal-data.ts';
import { thePhone } from '../../flows/phones.ts';
import { SignIn, type SignInOptions } from '../../flows/sign-in.ts';
import { SignUp } from '../../flows/sign-up.ts';
import { AccountService, type CloudConsent, type CloudItems } from './account-service.ts';
import { booted } from './booted.ts';
import { Interruptions } from './interruptions.ts';
import { newSession } from './new-session.ts';
import type { OtherPhone } from './other-phone.ts';
import { PersonAtPhone } from './person-at-phone.ts';
import { PhoneAdmin, type SmsToReceive } from './phone-admin.ts';
import type { Waits } from './waits.ts';

interface Parts {
  readonly phone: EmulatedPhone;
  readonly other: OtherPhone | undefined;
  /** What reads a picture for a person in a spec; absent where the run reads none by machine. */
  readonly eyes: PictureReader | undefined;
  /** What the flow waits for. */
  readonly waits: Waits;
}

/** The emulated phone of the running test: what is done on it, and what happens to it. */
export class PhoneOfTest {
  readonly #parts: () => Parts;

  constructor(parts: () => Parts) {
    this.#parts = parts;
  }

  /** A sign-up on this phone, with its own SIM card in it. */
  signUp(): SignUp {
    const phone = thePhone();
    return new SignUp({ ui: phone, sms: phone }, runContext());
  }

  /** A sign-in on this phone, with its own SIM card in it. */
  signIn(options: SignInOptions = {}): SignIn {
    const phone = thePhone();
    return new SignIn({ ui: phone, sms: phone }, runContext(), options);
  }

  /** The notes and contacts on this phone. */
  personalData(): PersonalData {
    return new PersonalData(thePhone(), runContext());
  }

  /** The phone beside it, where the suite has two. */
  get other(): OtherPhone {
    const { other } = this.#parts();
    if (other === undefined) throw new Error('The suite has one phone: it takes a count of 2.');
    return other;
  }

  /** A message arrives, of whoever; a code in it is masked from now on. */
  async receiveSms(message: SmsToReceive, code?: string): Promise<void> {
    if (code !== undefined) {
      runContext().progress.emit({ type: 'secret', kind: 'code', value: code });
    }
    await this.#admin.receiveSms(message);
  }

  /** The phone restarts; adb loses it at once, and the session on it is gone for good. */
  async restart(): Promise<void> {
    await this.#admin.restart();
  }

  /** Waits until it has come up again, and opens a new session on it. */
  async comeUpAgain(): Promise<void> {
    const { serial } = this.#parts().phone;
    await booted(serial);
    await newSession(serial);
  }

  /** How many messages are in the inbox. */
  async messages(): Promise<number> {
    const { serial } = this.#parts().phone;
    const sighting = await new SmsInbox(new Adb({ adbPath: Adb.find(), serial })).look(0);
    return sighting.kind === 'messages' ? sighting.messages.length : 0;
  }

  /** Waits until that many messages are in the inbox. */
  async received(messages: number): Promise<void> {
    await browser.waitUntil(async () => (await this.messages()) >= messages, {
      timeoutMsg: `The phone did not get ${messages} messages.`,
    });
  }

  /** The person at this phone, once the flow waits for one. */
  async personAsked(): Promise<PersonAtPhone> {
    await this.#parts().waits.next((what) => what.startsWith('a person '));
    return this.person();
  }

  /**
   * Waits for a flow, while a person at this phone does something once they are asked to; who is not
   * asked does nothing.
   * @throws what stopped either of the two.
   */
  async withPerson<T>(
    flow: Promise<T>,
    does: (person: PersonAtPhone) => Promise<void>,
  ): Promise<T> {
    const failed = new Promise<never>((_, reject) => {
      this.personAsked().then(does).catch(reject);
    });
    return Promise.race([flow, failed]);
  }

  /** The person at this phone, whom nobody has asked for anything. */
  person(): PersonAtPhone {
    return new PersonAtPhone(this.#admin, this.#parts().eyes);
  }

  /** How often the account app has submitted something at a point of its service. */
  submissions(point: string): Promise<number> {
    return this.service.submissions(point);
  }

  /** How often something that is used once was submitted a second time. */
  duplicates(): Promise<number> {
    return this.service.duplicates();
  }

  /** What was agreed to with Xiaomi Cloud for each account of the service; `null` for nothing. */
  cloudConsents(): Promise<CloudConsent[]> {
    return this.service.cloudConsents();
  }

  /**
   * Somebody has made an account with this phone's number before.
   * @returns its id; it is masked from now on.
   */
  async numberHasAccount(password?: string, nickname?: string): Promise<string> {
    const { progress, settings } = runContext();
    if (password !== undefined)
      progress.emit({ type: 'secret', kind: 'password', value: password });
    const id = await this.service.createAccount(settings.phoneNumber, password, nickname);
    progress.emit({ type: 'secret', kind: 'account-id', value: id });
    return id;
  }

  /** What is in Xiaomi Cloud of each account of the service. */
  cloudItems(): Promise<CloudItems[]> {
    return this.service.cloudItems();
  }

  /** Waits until that much of the one account there is has come to Xiaomi Cloud. */
  async synced(items: CloudItems): Promise<void> {
    const isThere = ({ contacts, notes }: CloudItems) =>
      contacts >= items.contacts && notes >= items.notes;
    await browser.waitUntil(async () => (await this.cloudItems()).some(isThere), {
      timeoutMsg: 'The phone did not sync its notes and contacts.',
    });
  }

  /** The account service of this phone. */
  get service(): AccountService {
    const { service } = this.#parts().phone;
    if (service === undefined) throw new Error('The phone told no address of its service.');
    return new AccountService(service);
  }

  /** Resolves as the flow waits for that. @param what follows “waiting for”. */
  waitsFor(what: string): Promise<void> {
    return this.#parts().waits.next((awaited) => awaited === what);
  }

  /** What comes between. */
  get interruptions(): Interruptions {
    return new Interruptions(this.#adminAddress);
  }

  get #admin(): PhoneAdmin {
    return new PhoneAdmin(this.#adminAddress);
  }

  get #adminAddress(): AdminAddress {
    const { admin } = this.#parts().phone;
    if (admin === undefined) throw new Error('The phone told no admin address.');
    return admin;
  }
}

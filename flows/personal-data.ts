import { RealHarnessClock, type HarnessClock } from '../config/clock.ts';
import type { ProgressSink } from '../config/progress.ts';
import type { RunContext } from '../config/run-context.ts';
import { ContactsApp } from '../pageobjects/contacts-app.ts';
import { NotesApp } from '../pageobjects/notes-app.ts';
import type { UiPhone } from './phones.ts';

/** A sync takes as long as the service; a person would open the app again after a while. */
const COMES_WITHIN_MS = 30_000;
const LOOK_AGAIN_MS = 1_000;

export interface Note {
  readonly title: string;
  readonly text: string;
}

export interface Contact {
  readonly name: string;
  readonly number: string;
}

/** A person's notes and contacts on a phone, through the apps that show them. */
export class PersonalData {
  readonly #notes: NotesApp;
  readonly #contacts: ContactsApp;
  readonly #progress: ProgressSink;
  readonly #signal: AbortSignal;
  readonly #clock: HarnessClock;

  constructor(
    { driver }: UiPhone,
    { progress, signal }: Pick<RunContext, 'progress' | 'signal'>,
    clock: HarnessClock = new RealHarnessClock(),
  ) {
    this.#notes = new NotesApp(driver);
    this.#contacts = new ContactsApp(driver);
    this.#progress = progress;
    this.#signal = signal;
    this.#clock = clock;
  }

  async writeNote(note: Note): Promise<void> {
    await this.#notes.open();
    await this.#notes.tapAdd();
    await this.#notes.write(note);
    await this.#notes.tapBack();
  }

  async addContact(contact: Contact): Promise<void> {
    this.#progress.emit({ type: 'secret', kind: 'name', value: contact.name });
    this.#progress.emit({ type: 'secret', kind: 'number', value: contact.number });
    await this.#contacts.open();
    await this.#contacts.tapAdd();
    await this.#contacts.fillIn(contact);
    await this.#contacts.tapSave();
  }

  /** Whether a note of that title is on the phone, as the app shows it when it is opened. */
  async hasNote(title: string): Promise<boolean> {
    await this.#notes.open();
    return this.#notes.has(title);
  }

  /** Whether a contact of that name is on the phone, as the app shows it when it is opened. */
  async hasContact(name: string): Promise<boolean> {
    await this.#contacts.open();
    return this.#contacts.has(name);
  }

  /** Whether a note of that title comes to the phone, which may take a sync. */
  noteComes(title: string): Promise<boolean> {
    return this.#comes(() => this.hasNote(title));
  }

  /** Whether a contact of that name comes to the phone, which may take a sync. */
  contactComes(name: string): Promise<boolean> {
    return this.#comes(() => this.hasContact(name));
  }

  async #comes(isThere: () => Promise<boolean>): Promise<boolean> {
    const deadlineMs = this.#clock.now() + COMES_WITHIN_MS;
    while (!(await isThere())) {
      if (this.#clock.now() >= deadlineMs) return false;
      await this.#clock.sleep(LOOK_AGAIN_MS, this.#signal);
    }
    return true;
  }
}

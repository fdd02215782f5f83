import { z } from 'zod';
import { readJsonFile } from './json-file.ts';
import { toE164 } from './phone-number.ts';
import type { SettingsProblem } from './settings-error.ts';

const number = z.string().transform((text, context): string => {
  const e164 = toE164(text);
  if (e164 === undefined) {
    context.addIssue("a subscriber's number with + and its country code first");
    return z.NEVER;
  }
  return e164;
});

/** A SIM card in a phone. */
const SimSchema = z.strictObject({ slot: z.int().min(1).max(4), number });

const InventoryPhoneSchema = z.strictObject({
  /** As `adb devices` lists it. */
  serial: z.string().min(1),
  /** Whose phone it is: shown, and a condition of MI_PHONES. */
  owner: z.string().min(1).optional(),
  /** The SIM cards that are in it. */
  sims: z.array(SimSchema).default([]),
  /**
   * The number that it signs up with; its SIM may be in another phone. By default that of its first SIM
   * that no other phone signs up with.
   */
  signUpNumber: number.optional(),
});

const PhonesSchema = z.array(InventoryPhoneSchema).superRefine((phones, context) => {
  for (const { path, what } of repeated(phones)) {
    context.addIssue({ code: 'custom', path: [...path], message: what });
  }
});

/** Of the file; config/phones.schema.json says the same to editors. */
export const InventorySchema = z.strictObject({
  $schema: z.string().optional(),
  phones: PhonesSchema,
});

export type InventoryPhone = z.infer<typeof InventoryPhoneSchema>;

/** `config/phones.json`: the phones that somebody keeps, and the SIM cards in them. */
export interface Inventory {
  readonly phones: readonly InventoryPhone[];
  /** Where it was read from. */
  readonly path?: string | undefined;
}

export const NO_INVENTORY: Inventory = { phones: [] };

/** The number that a phone signs up with, and where its SMS arrives. */
export interface PhoneNumberOfPhone {
  /** E.164. */
  readonly number: string;
  /** Of the SIM in the phone that gets the SMS, from 1; `undefined`: not known. */
  readonly simSlot: number | undefined;
  /** Serial of the phone that gets the SMS. */
  readonly smsSerial: string;
}

interface Repeated {
  /** Of the second one. */
  readonly path: readonly (string | number)[];
  /** Says nothing of a number itself. */
  readonly what: string;
}

/** What can be there only once: a serial, a SIM card's number, a slot of a phone, a number to sign up. */
function repeated(phones: readonly InventoryPhone[]): Repeated[] {
  const serials = new Map<string, number>();
  const cards = new Map<string, string>();
  const signUps = new Map<string, string>();
  return phones.flatMap(({ serial, sims, signUpNumber }, index) => {
    const found: Repeated[] = [];
    const first = serials.get(serial);
    if (first !== undefined) {
      found.push({ path: [index, 'serial'], what: `phones.${first} has this serial too` });
    }
    serials.set(serial, index);
    const slots = new Set<number>();
    for (const [at, sim] of sims.entries()) {
      const path = [index, 'sims', at];
      const where = cards.get(sim.number);
      if (where !== undefined) {
        found.push({ path: [...path, 'number'], what: `${where} has this number too` });
      }
      cards.set(sim.number, `the SIM in slot ${sim.slot} of ${serial}`);
      if (slots.has(sim.slot)) {
        found.push({ path: [...path, 'slot'], what: 'another SIM is in this slot' });
      }
      slots.add(sim.slot);
    }
    if (signUpNumber === undefined) return found;
    const other = signUps.get(signUpNumber);
    if (other !== undefined) {
      found.push({ path: [index, 'signUpNumber'], what: `${other} signs up with this number too` });
    }
    signUps.set(signUpNumber, serial);
    return found;
  });
}

/**
 * What the inventory says of a phone's number.
 * @returns `undefined` when it names none for this phone.
 */
export function numberInInventory(
  inventory: Inventory,
  serial: string,
): PhoneNumberOfPhone | undefined {
  const { phones } = inventory;
  const phone = phones.find((candidate) => candidate.serial === serial);
  const isFree = (own: string) => !phones.some(({ signUpNumber }) => signUpNumber === own);
  const wanted = phone?.signUpNumber ?? phone?.sims.find((sim) => isFree(sim.number))?.number;
  if (wanted === undefined) return undefined;
  return { number: wanted, ...simWithNumber(inventory, serial, wanted) };
}

/** Where SMS to a number arrive; without a SIM of that number in the inventory, at the phone itself. */
export function simWithNumber(
  { phones }: Inventory,
  serial: string,
  wanted: string,
): Omit<PhoneNumberOfPhone, 'number'> {
  for (const phone of phones) {
    const sim = phone.sims.find((candidate) => candidate.number === wanted);
    if (sim !== undefined) return { simSlot: sim.slot, smsSerial: phone.serial };
  }
  return { simSlot: undefined, smsSerial: serial };
}

/**
 * @param setting what named the file, for a problem's text.
 * @returns the inventory, or what is wrong with the file.
 */
export function readInventory(
  path: string,
  setting: string,
): { inventory: Inventory; problems: SettingsProblem[] } {
  const { value, problems } = readJsonFile(path, InventorySchema, {
    setting,
    what: 'an inventory of phones',
    example: 'config/phones.example.json',
  });
  if (value === undefined) return { inventory: NO_INVENTORY, problems };
  return { inventory: { phones: value.phones, path }, problems };
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { SettingsProblem } from './settings-error.ts';
import { toE164 } from './phone-number.ts';

const number = z.string().transform((text, context): string => {
  const e164 = toE164(text);
  if (e164 === undefined) {
    context.addIssue("a subscriber's number with + and its country code first");
    return z.NEVER;
  }
  return e164;
});

const InventoryPhoneSchema = z.strictObject({
  /** As `adb devices` lists it. */
  serial: z.string().min(1),
  /** Whose phone it is: shown, and a condition of MI_PHONES. */
  owner: z.string().min(1).optional(),
  /** The SIM cards that are in it. */
  sims: z.array(z.strictObject({ slot: z.int().min(1).max(4), number })).default([]),
  /** The number that it signs up with; may be in another phone. By default that of its first SIM. */
  signUpNumber: number.optional(),
});

const InventorySchema = z.strictObject({
  $schema: z.string().optional(),
  phones: z.array(InventoryPhoneSchema),
});

export type InventoryPhone = z.infer<typeof InventoryPhoneSchema>;

/** `config/phones.json`: the phones that somebody keeps, and the SIM cards in them. */
export interface Inventory {
  readonly phones: readonly InventoryPhone[];
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

/**
 * What the inventory says of a phone's number.
 * @returns `undefined` when it names none for this phone.
 */
export function numberInInventory(
  inventory: Inventory,
  serial: string,
): PhoneNumberOfPhone | undefined {
  const phone = inventory.phones.find((candidate) => candidate.serial === serial);
  const wanted = phone?.signUpNumber ?? phone?.sims[0]?.number;
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
  const refused = (found: string, expected: string) => ({
    inventory: NO_INVENTORY,
    problems: [
      { setting, found, expected, remedy: `Mend ${path}; config/phones.example.json shows how.` },
    ],
  });
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return refused(line, `the inventory of phones as JSON in ${path}`);
  }
  const parsed = InventorySchema.safeParse(json);
  if (parsed.success) return { inventory: parsed.data, problems: [] };
  const [issue] = parsed.error.issues;
  const at = issue?.path.join('.') ?? '';
  return refused(`${at}: ${issue?.message ?? ''}`, `an inventory of phones in ${path}`);
}

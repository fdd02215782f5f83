import { defaultProfile, findProfile, inLanguage } from './profiles/index.ts';
import type { Profile } from './profiles/profile.ts';
import { isPhoneNumber } from './service/phone-number.ts';
import { readOption, UsageError } from './usage-error.ts';

export const DEFAULT_NUMBER = '+12015550123';
/** More have no pair of ports where adb looks for emulators. */
const MAX_COUNT = 64;
const LAST_PORT = 65_534;

/** +1 201 555 0100 to 0199: kept for fiction, so that they belong to nobody. */
const FICTION = /^\+1201555(?=01\d\d$)/;

/** What the command line says about which phones are meant. */
export interface PhoneChoices {
  readonly count?: string | undefined;
  readonly profile?: readonly string[] | undefined;
  readonly language?: readonly string[] | undefined;
  readonly port?: string | undefined;
  readonly number?: readonly string[] | undefined;
  readonly sim2?: readonly string[] | undefined;
}

/** What tells the phones of one process apart. */
export interface ChosenPhone {
  readonly profile: Profile;
  readonly consolePort: number | undefined;
  /** E.164 */
  readonly phoneNumber: string;
  /** Of the second SIM card, E.164. */
  readonly secondNumber?: string;
}

/**
 * The phones that are meant: as many as `--count` says, else as the longest list of options has.
 * @throws UsageError
 */
export function choosePhones(choices: PhoneChoices): ChosenPhone[] {
  const { profile: ids = [], language: languages = [], number: given = [], sim2 = [] } = choices;
  const profiles = ids.map((id) => readOption('profile', id, findProfile));
  const numbers = given.map((text) => readOption('number', text, parsePhoneNumber));
  const secondNumbers = sim2.map((text) => readOption('sim2', text, parsePhoneNumber));
  const firstPort =
    choices.port === undefined ? undefined : readOption('port', choices.port, parsePort);
  const lists = { profile: profiles, language: languages, number: numbers, sim2: secondNumbers };
  const longest = Math.max(1, ...Object.values(lists).map(({ length }) => length));
  const count =
    choices.count === undefined ? longest : readOption('count', choices.count, parseCount);
  for (const [option, values] of Object.entries(lists)) assertNotFewer(count, option, values);
  const phoneNumbers = numbersFor(count, numbers.length === 0 ? [DEFAULT_NUMBER] : numbers);
  assertNotTaken(secondNumbers, phoneNumbers);
  const ports = firstPort === undefined ? undefined : portsFor(count, firstPort);
  return phoneNumbers.map((phoneNumber, index) => {
    const profile = profiles[index % profiles.length] ?? defaultProfile;
    const language = languages[index % languages.length];
    const secondNumber = secondNumbers[index];
    return {
      profile:
        language === undefined
          ? profile
          : readOption('language', language, (tag) => inLanguage(profile, tag)),
      consolePort: ports?.[index],
      phoneNumber,
      ...(secondNumber === undefined ? {} : { secondNumber }),
    };
  });
}

function assertNotFewer(count: number, option: string, values: readonly unknown[]): void {
  if (values.length <= count) return;
  throw new UsageError(
    `--count: '${count}' leaves ${values.length - count} of ${values.length} --${option} without a phone; ` +
      `give --count ${values.length} or fewer of --${option}`,
  );
}

function assertNotTaken(secondNumbers: readonly string[], phoneNumbers: readonly string[]): void {
  const taken = secondNumbers.find(
    (number, index) => phoneNumbers.includes(number) || secondNumbers.indexOf(number) !== index,
  );
  if (taken === undefined) return;
  throw new UsageError(`--sim2: another SIM card has '${taken}'; each needs a number of its own`);
}

/** The numbers given, then those that follow the last of them. */
function numbersFor(count: number, given: readonly string[]): string[] {
  const numbers = [...given];
  const last = given.at(-1) ?? DEFAULT_NUMBER;
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice !== undefined) {
    throw new UsageError(`--number: '${twice}' is given twice; each phone needs one of its own`);
  }
  let number = last;
  while (numbers.length < count) {
    number = numberAfter(number, last, count - given.length);
    if (numbers.includes(number)) {
      throw new UsageError(
        `--number: '${number}' is given and also follows '${last}'; give --number for each of the ${count} phones`,
      );
    }
    numbers.push(number);
  }
  return numbers;
}

function numberAfter(number: string, last: string, needed: number): string {
  const next = `+${BigInt(number.slice(1)) + 1n}`;
  const isOfItsKind = FICTION.test(number) ? FICTION.test(next) : isPhoneNumber(next);
  if (isOfItsKind) return next;
  const end = FICTION.test(number)
    ? `the numbers kept for fiction end at ${number}`
    : `${next} is no phone number`;
  const after =
    needed === 1 ? 'one more phone needs a number' : `${needed} more phones need numbers`;
  throw new UsageError(
    `--number: ${after} after '${last}', but ${end}; begin with a lower number, or give --number for each phone`,
  );
}

function portsFor(count: number, firstPort: number): number[] {
  const lastPort = firstPort + 2 * (count - 1);
  if (lastPort > LAST_PORT) {
    throw new UsageError(
      `--port: '${firstPort}' leaves no ports for ${count} phones; expected ${LAST_PORT - 2 * (count - 1)} or less`,
    );
  }
  return Array.from({ length: count }, (_, index) => firstPort + 2 * index);
}

function parseCount(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 1 || count > MAX_COUNT) {
    throw new RangeError(`'${value}' is not a whole number from 1 to ${MAX_COUNT}`);
  }
  return count;
}

function parsePort(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port % 2 !== 0 || port < 1024 || port > LAST_PORT) {
    throw new RangeError(`'${value}' is not an even port number from 1024 to ${LAST_PORT}`);
  }
  return port;
}

function parsePhoneNumber(value: string): string {
  if (!isPhoneNumber(value)) {
    throw new RangeError(
      `'${value}' is not a phone number with country code, as ${DEFAULT_NUMBER} is`,
    );
  }
  return value;
}

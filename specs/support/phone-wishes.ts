import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunContext } from '../../config/run-context.ts';
import type { PhoneSettings, Settings } from '../../config/settings.ts';
import { splitWords } from '../../config/words.ts';

/** What a spec wants to be different for its tests. */
export interface PhoneWishes {
  /** Options of `xiaomi-phone start` beside those of the run, as on its command line. */
  readonly options?: string;
  /** Of its SIM card, E.164, and so the one to sign up with; unset: as in the run. */
  readonly phoneNumber?: string;
  /** How many phones, all of one account service and of consecutive numbers; default 1. */
  readonly count?: 1 | 2;
  readonly sms?: Partial<Settings['sms']>;
  readonly stepBudgetMs?: Partial<Settings['stepBudgetMs']>;
  /** Who answers picture codes, whatever the run is set to. */
  readonly pictureCode?: Settings['pictureCode'];
  /** The language that the phone is set to, BCP 47, whatever that of the run's phone. */
  readonly language?: string;
  /** The phone is taken for one of the live service, where a person allowed sign-ups. */
  readonly live?: boolean;
}

/** The settings of the run with those that a spec wants. */
export function settingsFor(wishes: PhoneWishes, settings: PhoneSettings): PhoneSettings {
  const { emulator, sms, stepBudgetMs } = settings;
  const words = splitWords(wishes.options ?? '');
  if (words === undefined) throw new Error(`A quote is not closed in: ${wishes.options}`);
  return {
    ...settings,
    phoneCount: wishes.count ?? 1,
    phoneNumber: wishes.phoneNumber ?? settings.phoneNumber,
    sms: { ...sms, ...wishes.sms },
    stepBudgetMs: { ...stepBudgetMs, ...wishes.stepBudgetMs },
    pictureCode: wishes.pictureCode ?? settings.pictureCode,
    emulator: {
      ...emulator,
      // Several workers may be at it: each phone takes whichever is free.
      port: undefined,
      languages: wishes.language === undefined ? emulator.languages : [wishes.language],
      options: [...emulator.options, ...words],
    },
    ...(wishes.live === true ? onlyOnce() : {}),
  };
}

/** A live sign-up uses its number up: it is kept in a ledger that no other run reads. */
function onlyOnce(): Pick<Settings, 'allowLiveSignup' | 'stateDir'> {
  return { allowLiveSignup: true, stateDir: mkdtempSync(join(tmpdir(), 'ledger-of-spec-')) };
}

/** The phone as one of the live service, for which a person gave the number. */
function onLive({ phone, settings }: RunContext): Pick<RunContext, 'phone' | 'settings'> {
  return {
    phone: { ...phone, environment: 'live' },
    settings: { ...settings, selection: { serials: [phone.serial], conditions: [] } },
  };
}

/**
 * The context of the run as a spec wants its tests to see it.
 * @param onWaiting told what a flow waits for, to follow “waiting for”.
 */
export function contextFor(
  wishes: PhoneWishes,
  context: RunContext,
  onWaiting: (what: string) => void,
): RunContext {
  const { settings, pictureReader, progress } = context;
  return {
    ...context,
    ...(wishes.live === true ? onLive(context) : {}),
    pictureReader: settings.pictureCode === 'ocr' ? pictureReader : undefined,
    // It is taken away with whatever is on it.
    cleanUps: undefined,
    progress: {
      emit(event) {
        progress.emit(event);
        if (event.type === 'waiting') onWaiting(event.what);
      },
    },
  };
}

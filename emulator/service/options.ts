import { MAX_ACCOUNTS_PER_PHONE } from './accounts.ts';
import { parseAccountSeed, type AccountSeed } from './account-seed.ts';
import { parseFault } from './faults.ts';
import { parseLatencyRule } from './latencies.ts';
import type { ServiceSetup } from './service.ts';
import { PICTURE_DIFFICULTIES, PICTURE_ORDERS } from './settings.ts';
import { parseSmsSetting } from './sms-settings.ts';

/** The account service's part of a command line, for `parseArgs` of `node:util`. */
export const SERVICE_OPTIONS = {
  latency: { type: 'string', multiple: true },
  fault: { type: 'string', multiple: true },
  'picture-code': { type: 'string' },
  'picture-difficulty': { type: 'string' },
  'web-check': { type: 'string' },
  sms: { type: 'string', multiple: true },
  account: { type: 'string', multiple: true },
} as const;

const DEFAULT_LATENCY = '1s';

export const SERVICE_HELP = `\
  --latency [POINT=]TIME
                        of the account service: 1s, 0, a range such as 500ms..2s,
                        lognormal:1s..8s (median and 95th percentile), or script:1s,5s,0 (one
                        after the other); for one address alone, or the way of an SMS, as in
                        sms-codes=4m or sms-delivery=20s; may be given several times
                        (default ${DEFAULT_LATENCY})
  --fault POINT=EFFECT  makes the account service misbehave, e.g. sign-in=status:503*1;
                        may be given several times (emulator/service/README.md lists them)
  --picture-code WHEN   when the service asks for a picture code: after the SMS code, before
                        it, or never (default after)
  --picture-difficulty HOW
                        of reading it: ${PICTURE_DIFFICULTIES.join(', ')} (default easy)
  --web-check on|off    whether the service wants a security check on a web page before it
                        sends a code (default off)
  --sms NAME=VALUE      how codes are sent: digits=4 (6, 8), template=zh-CN, loss=0.5, copies=2,
                        order=newest-first, resend-after=30 (seconds; 60 by default); may be
                        given several times
  --account NUMBER[:PASSWORD]
                        an account that exists already; may be given several times
`;

/** Applies a parser to an option's value; its RangeError becomes a complaint about the option. */
type Reader = <T>(option: string, value: string, parser: (value: string) => T) => T;

/** What `parseArgs` made of {@link SERVICE_OPTIONS}. */
export interface ServiceOptionValues {
  readonly latency?: readonly string[] | undefined;
  readonly fault?: readonly string[] | undefined;
  readonly 'picture-code'?: string | undefined;
  readonly 'picture-difficulty'?: string | undefined;
  readonly 'web-check'?: string | undefined;
  readonly sms?: readonly string[] | undefined;
  readonly account?: readonly string[] | undefined;
}

/** Reads the values; throws what `read` makes of a RangeError. */
export function readServiceOptions(
  values: ServiceOptionValues,
  read: Reader,
): Required<ServiceSetup> {
  const each = <T>(option: 'latency' | 'fault' | 'sms' | 'account', parser: (text: string) => T) =>
    (values[option] ?? []).map((value) => read(option, value, parser));
  return {
    latency: [parseLatencyRule(DEFAULT_LATENCY), ...each('latency', parseLatencyRule)],
    faults: each('fault', parseFault),
    pictureCode: read('picture-code', values['picture-code'] ?? 'after', choiceOf(PICTURE_ORDERS)),
    pictureDifficulty: read(
      'picture-difficulty',
      values['picture-difficulty'] ?? 'easy',
      choiceOf(PICTURE_DIFFICULTIES),
    ),
    webCheck: read('web-check', values['web-check'] ?? 'off', choiceOf(['on', 'off'])) === 'on',
    sms: Object.assign({}, ...each('sms', parseSmsSetting)) as ServiceSetup['sms'] & object,
    accounts: each('account', accountReader()),
  };
}

/** Parses accounts, and refuses one too many on the same number. */
function accountReader(): (text: string) => AccountSeed {
  const onNumber = new Map<string, number>();
  return (text) => {
    const seed = parseAccountSeed(text);
    const count = (onNumber.get(seed.phone) ?? 0) + 1;
    if (count > MAX_ACCOUNTS_PER_PHONE) {
      throw new RangeError(
        `a number has ${MAX_ACCOUNTS_PER_PHONE} accounts at most, and these are more for ${seed.phone}`,
      );
    }
    onNumber.set(seed.phone, count);
    return seed;
  };
}

function choiceOf<T extends string>(choices: readonly T[]): (value: string) => T {
  return (value) => {
    const choice = choices.find((known) => known === value);
    if (choice === undefined)
      throw new RangeError(`'${value}' is not one of ${choices.join(', ')}`);
    return choice;
  };
}

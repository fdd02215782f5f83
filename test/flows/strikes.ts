import fc from 'fast-check';
import type { FakePhone } from './fake-phone.ts';
import type { FakeSystem } from './fake-system.ts';

/** How many commands airplane mode stays for. */
const OFFLINE_FOR = 30;

const KINDS = {
  call: ({ system }) => system.put('call'),
  lock: ({ system }) => system.put('lock'),
  shade: ({ system }) => system.put('shade'),
  home: ({ system }) => system.put('home'),
  dialog: ({ system }) => {
    const battery = { packageName: 'com.android.systemui' };
    system.put([
      { ...battery, id: 'com.android.systemui:id/alertTitle', text: 'Battery low' },
      { ...battery, id: 'android:id/button2', onClick: () => system.take('dismissed') },
    ]);
  },
  /** The system ends the account app in front of the person: the page below it comes up. */
  'app ended': ({ system, phone }) => {
    system.appRuns = false;
    phone.endApp('settings');
  },
  /** It ends while the home screen shows, and begins anew at its first page. */
  'app ended while away': ({ system, phone }) => {
    system.appRuns = false;
    system.put('home');
    phone.endApp('number');
  },
  'airplane mode': ({ system }) => void (system.airplaneMode = true),
} satisfies Record<string, (parts: { system: FakeSystem; phone: FakePhone }) => void>;

/** Something that comes between, and when. */
export interface Strike {
  readonly kind: keyof typeof KINDS;
  /** After so many entries in the phone's log. */
  readonly entries: number;
  /** So many commands later. */
  readonly commands: number;
}

/** Most of them near a submission: that is where one may be lost, or repeated. */
export const strike: fc.Arbitrary<Strike> = fc.record({
  // An app that begins anew is what submits again, if anything does.
  kind: fc.oneof(
    fc.constantFrom(...(Object.keys(KINDS) as Strike['kind'][])),
    fc.constantFrom('app ended' as const, 'app ended while away' as const),
  ),
  entries: fc.nat({ max: 12 }),
  commands: fc.oneof({ arbitrary: fc.nat({ max: 12 }), weight: 4 }, fc.nat({ max: 300 })),
});

/** Lets strikes happen to a phone, each once. */
export class Strikes {
  readonly #left: { readonly strike: Strike; commands: number }[];
  #offlineFor = 0;

  constructor(strikes: readonly Strike[]) {
    this.#left = strikes.map((strike) => ({ strike, commands: strike.commands }));
  }

  /** To be told before each command that the phone gets. */
  command(parts: { system: FakeSystem; phone: FakePhone }): void {
    this.#offlineFor -= 1;
    if (this.#offlineFor <= 0) parts.system.airplaneMode = false;
    for (const due of [...this.#left]) {
      if (parts.phone.log.length < due.strike.entries) continue;
      due.commands -= 1;
      if (due.commands >= 0) continue;
      this.#left.splice(this.#left.indexOf(due), 1);
      if (due.strike.kind === 'airplane mode') this.#offlineFor = OFFLINE_FOR;
      KINDS[due.strike.kind](parts);
    }
  }
}

import { join } from 'node:path';
import { z } from 'zod';
import { emulatedKinds, type EmulatedKind } from '../emulated-kinds.ts';
import { PROJECT_ROOT } from '../paths.ts';
import { FICTITIOUS_NUMBER, hidePhoneNumbers } from '../phone-number.ts';
import type { Settings } from '../settings.ts';
import { firstLines, type PhoneHost } from './phone-host.ts';
import { PhoneProcess } from './phone-process.ts';
import { PhoneServer } from './phone-server.ts';
import {
  PhoneNotAvailableError,
  type OpenTarget,
  type Target,
  type TargetContext,
  type TargetPhone,
} from './target.ts';

/** Ready in about a second; a loaded machine with a cold disk needs many times that. */
const READY_TIMEOUT_MS = 60_000;
/** The phone announces itself to adb's server, which may have to be started first. */
const LISTED_TIMEOUT_MS = 20_000;
const LISTED_POLL_MS = 100;

const EXECUTABLE = join(PROJECT_ROOT, 'emulator', 'bin', 'xiaomi-phone.mjs');

/** The line that `xiaomi-phone start --json` prints for each phone that is ready, in any order. */
const ReadyLine = z.object({
  serial: z.string().min(1),
  consolePort: z.number(),
  number: z.string().min(1),
  admin: z.object({ url: z.url(), token: z.string() }).optional(),
  service: z.object({ admin: z.url(), adminToken: z.string() }).optional(),
});

/** An address at which an emulated part is changed while it runs. */
export interface AdminAddress {
  readonly url: string;
  /** Of the header `Authorization: Bearer …`. */
  readonly token: string;
}

/** An emulated phone, and what a test may do to it behind the back of whoever uses it. */
export interface EmulatedPhone extends TargetPhone {
  /** Of the phone itself: emulator/admin/README.md. */
  readonly admin: AdminAddress | undefined;
  /** Of its account service: emulator/service/README.md. */
  readonly service: AdminAddress | undefined;
}

/** What starting them takes; nobody has to ask what they are. */
export type EmulatedContext = Omit<TargetContext, 'findPhones'>;

/** Emulated Xiaomi phones, all in one process of their own. */
export const emulatedTarget = {
  name: 'emulated',
  open: (context: EmulatedContext): Promise<OpenTarget<EmulatedPhone>> =>
    openEmulated(context, () => {
      const args = [EXECUTABLE, 'start', '--json', '--exit-with-parent'];
      const options = startOptions(context.settings);
      return new PhoneProcess(process.execPath, [...args, ...options], context.onOutput);
    }),
} satisfies Target;

/**
 * A process for phones that come and go: starting them in it is several times as quick as starting one
 * for each. It ends with this process.
 * @param onOutput gets what it prints, raw: it may hold secrets.
 */
export function startPhoneServer(onOutput: (text: string) => void): PhoneServer {
  return new PhoneServer(process.execPath, [EXECUTABLE, 'serve'], onOutput);
}

/**
 * Emulated phones as {@link emulatedTarget} has them, in a process that is there already.
 * @throws {PhoneNotAvailableError}
 */
export function openServed(
  server: PhoneServer,
  context: Omit<EmulatedContext, 'onOutput'>,
): Promise<OpenTarget<EmulatedPhone>> {
  return openEmulated(context, () => server.start(startOptions(context.settings)));
}

/** How many emulated phones the settings want. */
export function emulatedCount({
  phoneCount,
  emulator,
}: Pick<Settings, 'phoneCount' | 'emulator'>): number {
  return phoneCount ?? kindsOf(emulator).length;
}

function kindsOf({ profiles, languages }: Settings['emulator']): EmulatedKind[] {
  return emulatedKinds(profiles, languages);
}

/** Options of `xiaomi-phone start`. */
export function startOptions(settings: Settings): string[] {
  const { phoneNumber = FICTITIOUS_NUMBER, emulator } = settings;
  return [
    ...['--count', String(emulatedCount(settings)), '--number', phoneNumber],
    ...['--latency', emulator.latency],
    ...(emulator.port === undefined ? [] : ['--port', String(emulator.port)]),
    ...kindsOf(emulator).flatMap(({ profile, language }) => [
      ...(profile === undefined ? [] : ['--profile', profile]),
      ...(language === undefined ? [] : ['--language', language]),
    ]),
    ...emulator.options,
  ];
}

/**
 * Starts phones and waits until adb lists every phone as ready.
 * @throws {PhoneNotAvailableError} when they end or stay silent instead.
 */
export async function openEmulated(
  context: Omit<EmulatedContext, 'onOutput'>,
  start: () => PhoneHost,
): Promise<OpenTarget<EmulatedPhone>> {
  // Starts adb's server if it is not running: a phone can announce itself only to one that is.
  await context.listPhones(context.signal);
  context.signal.throwIfAborted();
  const phone = start();
  const stop = () => phone.stop();
  const stopOnAbort = () => void stop();
  context.signal.addEventListener('abort', stopOnAbort, { once: true });
  void phone.ended.then(() => context.signal.removeEventListener('abort', stopOnAbort));
  try {
    const lines = await readyLines(phone, emulatedCount(context.settings), context);
    for (const { serial } of lines) await waitUntilListed(serial, phone, context);
    return {
      phones: phonesOf(lines, context.settings),
      leftOut: [],
      onExit: (listener) => phone.onExit(listener),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** In the order of their ports, in which the phones take the profiles and languages in turn. */
function phonesOf(
  lines: readonly z.infer<typeof ReadyLine>[],
  { emulator, sms }: Settings,
): EmulatedPhone[] {
  const kinds = kindsOf(emulator);
  const inOrder = lines.toSorted((a, b) => a.consolePort - b.consolePort);
  return inOrder.map(({ serial, number, admin, service }, index) => ({
    serial,
    startedByThisRun: true,
    number,
    simSlot: sms.simSlot,
    smsSerial: serial,
    profile: kinds[index % kinds.length]?.profile,
    language: kinds[index % kinds.length]?.language,
    admin,
    service: service && { url: service.admin, token: service.adminToken },
  }));
}

async function readyLines(
  phone: PhoneHost,
  count: number,
  context: Pick<EmulatedContext, 'clock' | 'signal'>,
): Promise<z.infer<typeof ReadyLine>[]> {
  const timer = new AbortController();
  const timeout = context.clock
    .sleep(READY_TIMEOUT_MS, timer.signal)
    .then(() => `it printed nothing of use for ${READY_TIMEOUT_MS / 1000} s`)
    .catch(() => 'it is ready');
  const ready = await Promise.race([
    firstLines(phone, count, parseReady),
    timeout.then(() => undefined),
  ]);
  const how = ready === undefined ? await Promise.race([timeout, phone.ended]) : '';
  timer.abort();
  context.signal.throwIfAborted();
  if (ready !== undefined) return ready;
  throw new PhoneNotAvailableError(`The emulated phone did not start: ${how}.`, {
    expected: 'a line of JSON with its serial',
    seen: printed(phone),
    remedy:
      'See what it printed. If its port is taken, set MI_EMULATOR_PORT to another even number; an unknown option or value comes from MI_EMULATOR_OPTIONS, MI_EMULATOR_PROFILE or MI_EMULATOR_LANGUAGE.',
  });
}

function parseReady(line: string): z.infer<typeof ReadyLine> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return ReadyLine.safeParse(JSON.parse(line)).data;
  } catch {
    // A line that only looks like JSON is output like any other.
    return undefined;
  }
}

async function waitUntilListed(
  serial: string,
  phone: PhoneHost,
  { clock, listPhones, signal }: Pick<EmulatedContext, 'clock' | 'listPhones' | 'signal'>,
): Promise<void> {
  let end: string | undefined;
  void phone.ended.then((how) => (end = how));
  const deadlineMs = clock.now() + LISTED_TIMEOUT_MS;
  for (;;) {
    const state = (await listPhones(signal)).find((listed) => listed.serial === serial)?.state;
    if (state === 'device') return;
    signal.throwIfAborted();
    if (end !== undefined || clock.now() >= deadlineMs) {
      throw new PhoneNotAvailableError('The emulated phone started, but adb does not list it.', {
        phone: serial,
        expected: `state "device" in \`adb devices\` within ${LISTED_TIMEOUT_MS / 1000} s`,
        seen: end ?? state ?? `no such phone; ${printed(phone)}`,
        remedy: 'Restart the adb server (adb kill-server), then start again.',
      });
    }
    await clock.sleep(LISTED_POLL_MS, signal);
  }
}

/** Without phone numbers: the number is among the phone's arguments. */
function printed(phone: PhoneHost): string {
  return phone.tail === '' ? 'no output' : `its last output:\n${hidePhoneNumbers(phone.tail)}`;
}

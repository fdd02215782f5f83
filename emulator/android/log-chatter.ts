import type { Clock } from './clock.ts';
import type { LogBuffer, Logcat, LogPriority } from './logcat.ts';

type Line = readonly [
  everyMs: number,
  priority: LogPriority,
  tag: string,
  pid: number,
  message: (round: number) => string,
  buffer?: LogBuffer,
];

/** What an idle phone goes on logging, and how often. */
const LINES: readonly Line[] = [
  [1900, 'D', 'SurfaceFlinger', 977, (round) => `vsync resync, frame ${24_000 + round * 114}`],
  [3100, 'I', 'MiuiNetworkSpeed', 2210, (round) => `update speed: ${(round * 37) % 212} B/s`],
  [
    4700,
    'D',
    'WifiHAL',
    1542,
    (round) => `link layer stats: rssi=-${52 + (round % 7)} linkSpeed=${433 - (round % 3) * 65}`,
  ],
  [7300, 'V', 'BatteryMonitor', 1542, (round) => `current now ${180 + (round % 40)} mA`],
  [
    11_000,
    'D',
    'RILJ',
    2431,
    (round) => `[UNSL]< UNSOL_SIGNAL_STRENGTH ${-88 - (round % 6)} dBm`,
    'radio',
  ],
  [
    30_000,
    'I',
    'ProcessManager',
    1542,
    (round) => `periodic trim, round ${round}, nothing to do`,
    'system',
  ],
];

/** Keeps the log from falling silent, as it never does on a phone. Returns how to stop it. */
export function startLogChatter(logcat: Logcat, clock: Clock): () => void {
  const cancels = LINES.map((line) => {
    const [everyMs, priority, tag, pid, message, buffer] = line;
    let round = 0;
    let cancel: () => void;
    const say = () => {
      logcat.write(priority, tag, message(round++), pid, buffer);
      cancel = clock.after(everyMs, say);
    };
    say();
    return () => cancel();
  });
  return () => {
    for (const cancel of cancels) cancel();
  };
}

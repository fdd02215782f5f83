import type { HarnessClock } from '../../config/clock.ts';
import type { ShellResult } from '../../device/adb.ts';

const INBOX_CLOSED =
  'Error while accessing provider:sms\njava.lang.SecurityException: Permission Denial: reading SMS\n';

interface FakeShell {
  readonly clock: HarnessClock;
  /** Whether a Mi account is signed in. */
  readonly hasAccount: () => boolean;
  readonly inboxClosed: boolean | undefined;
  /** The messages of the inbox, as they are at that time. */
  readonly messages: () => readonly { readonly text: string; readonly atMs: number }[];
}

/** What a phone answers to the commands that the harness asks it over adb. */
export function fakeShell(phone: FakeShell, command: string): ShellResult {
  return { stdout: output(phone, command), stderr: '', exitCode: 0 };
}

function output({ clock, hasAccount, inboxClosed, messages }: FakeShell, command: string): string {
  if (command.startsWith('dumpsys account')) {
    const lines = hasAccount() ? [`    Account {name=6230***535, type=com.xiaomi}`] : [];
    const count = `  Accounts: ${String(lines.length)}`;
    return ['User UserInfo{0:Owner:13}:', count, ...lines, ''].join('\n');
  }
  if (command.startsWith('date')) {
    const [seconds, ms] = [Math.floor(clock.now() / 1000), clock.now() % 1000];
    return `${String(seconds)}.${String(ms).padStart(3, '0')}000000\n`;
  }
  if (command.startsWith('content query --uri content://sms')) {
    if (inboxClosed === true) return INBOX_CLOSED;
    const rows = messages().map(
      ({ text, atMs }, row) =>
        `Row: ${row} _id=${row}, address=xiaomi, date=${atMs}, date_sent=${atMs}, block_type=0, body=${text}\n`,
    );
    return rows.join('') || 'No result found.\n';
  }
  return '';
}

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import pc from 'picocolors';
import sharp from 'sharp';
import type { Terminal } from '../launcher/output.ts';
import type { RunPhone } from '../launcher/phone-results.ts';
import { RegressionOutput } from '../launcher/regression/output.ts';
import { RunFolder } from '../launcher/run-folder.ts';
import { phoneLines } from '../launcher/terminal/phone-lines.ts';
import { PhonesAtWork } from '../launcher/terminal/phones-at-work.ts';
import { launchBrowser } from '../test/browser.ts';

const COLUMNS = 104;
const BUDGET_MS = 300_000;
const EXPIRED = 'specs/sms-code/expired.spec.ts';
const STYLES: Readonly<Record<string, string>> = {
  '1': 'font-weight:bold',
  '2': 'opacity:.6',
  '31': 'color:#f0696b',
  '32': 'color:#74c58d',
  '33': 'color:#e5c07b',
};

const PHONES: readonly RunPhone[] = [
  phone('Redmi Note 13 Pro 5G (2312DRA50G)', 'zh-CN', 5554),
  phone('Xiaomi 13 (2211133G)', 'en', 5556),
  phone('Redmi Note 8 2021 (M1908C3JGG)', 'ru', 5558),
  phone('Redmi 7A (M1903C3EG)', 'de', 5560),
];

/** What each of them waits for, and how long already. */
const WAITS = [
  { what: 'the SMS code', elapsedMs: 252_000 },
  { what: 'the answer to the phone number', elapsedMs: 83_000 },
  { what: "Xiaomi Cloud's page", elapsedMs: 171_000 },
];

function phone(model: string, language: string, port: number): RunPhone {
  return { serial: `emulator-${String(port)}`, model, system: '', profile: null, language };
}

/**
 * Takes a picture of a terminal while four phones of a regression are at work. The run is staged; the lines
 * are those that the run's own reporter prints.
 * @param path of the PNG to write.
 */
export async function takeTerminalPicture(path: string): Promise<void> {
  await drawTerminal([...ended(), ...atWork()], path);
}

/** Lines that stay: of tests that have ended. */
function ended(): string[] {
  const stdout = new PassThrough();
  const terminal = { stdin: new PassThrough(), stdout } as unknown as Terminal;
  const folder = new RunFolder(join(tmpdir(), 'never-created'));
  const output = new RegressionOutput(terminal, folder, { live: false, color: true });
  const error = {
    type: 'SmsNotReceivedError',
    message: 'The SMS with the code did not arrive within 05:00.\n  seen: inbox: no new SMS',
    category: 'sms',
  } as const;
  const test = { title: 'a test', spec: EXPIRED };
  for (const [index, ofRun] of PHONES.entries()) {
    const result =
      index === 2 ? ({ outcome: 'failed', error } as const) : ({ outcome: 'passed' } as const);
    output.test({ ...test, ...result, durationMs: 301_000 + 7300 * index }, ofRun);
  }
  return String(stdout.read()).trimEnd().split('\n');
}

/** Lines that are redrawn in place. */
function atWork(): string[] {
  let nowMs = 0;
  const phones = new PhonesAtWork(() => nowMs);
  const spec = 'specs/sign-up.spec.ts';
  for (const ofRun of PHONES) {
    const { serial } = ofRun;
    phones.take({ type: 'test-started', serial, title: 'a test', spec }, ofRun);
    const [wait] = WAITS.slice(PHONES.indexOf(ofRun));
    const event = { type: 'waiting', serial, step: 'sms-code', budgetMs: BUDGET_MS } as const;
    if (wait !== undefined) phones.take({ ...event, ...wait }, ofRun);
  }
  nowMs = 9000;
  const colors = pc.createColors(true);
  const lines = phoneLines(phones.list(), { columns: COLUMNS, rows: 20, colors, named: true });
  return [...lines, colors.dim('  4 tests ended, 1 failed; 4 of 4 phones at work')];
}

/** Draws lines of text with colours of ECMA-48 (SGR) as a terminal would. */
async function drawTerminal(lines: readonly string[], path: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ deviceScaleFactor: 1.5 });
    await page.setContent(
      `<pre style="display:inline-block;margin:0;padding:16px 20px;border-radius:8px;background:#1b1e24;
      color:#d8dbe2;font:14px/1.45 'DejaVu Sans Mono',monospace">${lines.map(html).join('\n')}</pre>
      <style>body{margin:0;background:transparent}</style>`,
    );
    const png = await page.locator('pre').screenshot({ omitBackground: true });
    await sharp(png).png({ palette: true, quality: 90 }).toFile(path);
  } finally {
    await browser.close();
  }
}

function html(line: string): string {
  let open = 0;
  const text = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const spans = text.replaceAll(/\u001B\[(\d+)m/g, (_all, code: string) => {
    const style = STYLES[code];
    if (style !== undefined) {
      open += 1;
      return `<span style="${style}">`;
    }
    open = Math.max(0, open - 1);
    return '</span>';
  });
  return spans + '</span>'.repeat(open);
}

// npm start: the set-up, then the run. A run has a summary, whatever becomes of it: until the launcher
// takes over, which writes one itself, this script does.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { main, prepare, ROOT } from './prepare.mjs';
import { signalCode, SIGNALS } from './processes.mjs';
import { runFile } from './run-file.mjs';
import { writeSetupSummary } from './setup-summary.mjs';

const startedAtMs = Date.now();
const summary = join(ROOT, 'reports', 'summary.json');
const args = process.argv.slice(2);
const asksForHelp = args.includes('--help') || args.includes('-h');

await main(async () => {
  if (asksForHelp) {
    await prepare();
  } else {
    // An older run's must not pass for this one's.
    rmSync(summary, { force: true });
    // The launcher removes these when it takes signals over.
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        const message = `The set-up was interrupted (${signal}).\n  → start the run again`;
        writeSetupSummary(summary, startedAtMs, { name: 'InterruptedError', message });
        process.exit(signalCode(signal));
      });
    }
    try {
      Object.assign(process.env, await prepare());
    } catch (error) {
      writeSetupSummary(summary, startedAtMs, /** @type {Error} */ (error));
      throw error;
    }
  }
  await runFile('launcher/start.ts', args);
});

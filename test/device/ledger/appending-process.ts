// Appends entries to a ledger as fast as it can: `appending-process.ts FOLDER NAME COUNT`.
import { Ledger } from '../../../device/ledger/ledger.ts';

const [folder = '', name = '', count = '0'] = process.argv.slice(2);
const ledger = new Ledger(folder);
for (let entry = 0; entry < Number(count); entry += 1) {
  await ledger.record(
    { runId: name, serial: String(entry), number: '+12015550123' },
    // Lines of different lengths, some longer than a page of memory.
    { kind: 'created', account: 'x'.repeat((entry * 997) % 6000) },
  );
}

// What `npm run bench` runs: the measurements named on the command line, or all of them.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../config/paths.ts';
import { doctorBenchmarks } from './doctor.ts';
import { evidenceBenchmarks } from './evidence.ts';
import { fleetBenchmarks } from './fleet.ts';
import type { Measurement } from './measure.ts';
import { parallelBenchmarks } from './parallel.ts';
import { phoneBenchmarks } from './phone.ts';
import { pictureBenchmarks } from './pictures.ts';
import { reportBenchmarks } from './report.ts';
import { sessionBenchmarks } from './session.ts';
import { smsCodeBenchmarks } from './sms-code.ts';
import { textBenchmarks } from './text.ts';
import { wholeRunBenchmarks } from './whole-run.ts';

const GROUPS: Readonly<Record<string, () => Promise<Measurement[]>>> = {
  fleet: fleetBenchmarks,
  phone: phoneBenchmarks,
  session: sessionBenchmarks,
  doctor: doctorBenchmarks,
  pictures: pictureBenchmarks,
  sms: smsCodeBenchmarks,
  text: textBenchmarks,
  run: wholeRunBenchmarks,
  parallel: parallelBenchmarks,
  report: reportBenchmarks,
  evidence: evidenceBenchmarks,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in GROUPS));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; known: ${Object.keys(GROUPS).join(', ')}`);
  process.exit(2);
}
const results: Measurement[] = [];
for (const [name, benchmarks] of Object.entries(GROUPS)) {
  if (chosen.length === 0 || chosen.includes(name)) results.push(...(await benchmarks()));
}
console.table(Object.fromEntries(results.map(({ name, ...rest }) => [name, rest])), [
  'unit',
  'n',
  'p50',
  'p95',
  'max',
  'goal',
  'of',
  'ok',
]);
const folder = join(PROJECT_ROOT, 'reports');
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'bench.json'), `${JSON.stringify(results, null, 2)}\n`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

// A process that takes phones again and again, told what to do by its arguments: the state folder, a
// folder for marks, serials with commas between them, and how often. While it has a phone there is a
// mark that nobody else may have; it prints `both` when somebody has. With 0 rounds it takes the
// phones once, prints `taken` and keeps them until it is killed.
import { mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { RealHarnessClock } from '../../../config/clock.ts';
import { thisHolder } from '../../../device/leases/record.ts';
import { LeaseStore } from '../../../device/leases/store.ts';
import { waitForPhones } from '../../../device/leases/wait.ts';

const [stateDir = '', marks = '', list = '', rounds = '0'] = process.argv.slice(2);
const serials = list.split(',');
const store = new LeaseStore(stateDir);
const holder = await thisHolder(`run-of-${process.pid}`);
const wait = {
  clock: new RealHarnessClock(),
  signal: new AbortController().signal,
  budgetMs: 60_000,
  onWaiting: () => undefined,
};

if (rounds === '0') {
  await store.take(serials, holder);
  process.stdout.write('taken\n');
  setInterval(() => undefined, 60_000);
}
for (let round = 0; round < Number(rounds); round += 1) {
  const atLeast = 1 + (round % serials.length);
  const leases = await waitForPhones(store, serials, holder, {
    ...wait,
    atLeast,
    atMost: atLeast,
  });
  for (const { serial, ports } of leases) {
    for (const mark of [serial, String(ports.system), String(ports.mjpeg)]) {
      try {
        mkdirSync(join(marks, mark));
      } catch {
        process.stdout.write(`both ${mark}\n`);
      }
    }
  }
  await wait.clock.sleep(2);
  for (const lease of leases) {
    const { serial, ports } = lease;
    for (const mark of [serial, String(ports.system), String(ports.mjpeg)]) {
      rmdirSync(join(marks, mark));
    }
    await lease.release();
  }
}

// node scripts/tied.mjs GRACE_MS COMMAND [arguments]: runs that command, which ends with the process that
// started this one, however that ends: the channel between the two closes with it. Signals are passed
// on, the exit code is the command's. `spawnTied` starts it.
import { spawn } from 'node:child_process';
import { NOT_STARTED, signalCode, SIGNALS } from './processes.mjs';

const [graceMs, command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: 'inherit' });
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(NOT_STARTED);
});
child.on('exit', (code, signal) => process.exit(code ?? signalCode(signal)));
for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
process.on('disconnect', () => {
  child.kill('SIGTERM');
  // Alone in its process group with what it started.
  setTimeout(() => process.kill(-process.pid, 'SIGKILL'), Number(graceMs));
});

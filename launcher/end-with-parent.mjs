// Loaded into a program that a run starts (`node --import`), with a standard input that the starting
// process holds open and a process group of its own: ends the group when that process is gone, however
// it ended. At once and not in order, since the next run may have the phone by then; what is left on it
// is swept by that one.
const { stdin } = process;
stdin.on('error', () => undefined);
stdin.on('close', () => process.kill(-process.pid, 'SIGKILL'));
stdin.resume();
// It does not keep the program from ending.
/** @type {import('node:net').Socket} */ (/** @type {unknown} */ (stdin)).unref();

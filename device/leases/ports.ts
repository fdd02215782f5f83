import { createServer } from 'node:net';
import type { SessionPorts } from '../../config/capabilities.ts';

/**
 * Where the ports of leases are: above what services use, and below those that Linux (32768) and macOS
 * (49152) give to whoever asks for any port. A lease keeps its pair for as long as a run lasts, but
 * most of that time nobody listens there, so a port of theirs could be gone when a session wants it.
 */
export const FIRST_PORT = 12_000;
const PAIRS = 10_000;

/** Whether nobody listens on this port of 127.0.0.1, where adb makes its forwards. */
export async function isPortFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/**
 * Finds pairs of ports that are free on this machine. It begins anywhere, since folders of other users'
 * leases are not known here.
 * @param taken ports that belong to somebody though nobody may be listening.
 */
export async function findPortPairs(
  count: number,
  taken: ReadonlySet<number>,
  isFree: (port: number) => Promise<boolean> = isPortFree,
  start = Math.floor(Math.random() * PAIRS),
): Promise<SessionPorts[]> {
  const pairs: SessionPorts[] = [];
  for (let tried = 0; pairs.length < count; tried += 1) {
    if (tried === PAIRS) throw new Error(`No ${count} free pairs of ports from ${FIRST_PORT} on.`);
    const system = FIRST_PORT + 2 * ((start + tried) % PAIRS);
    const pair = { system, mjpeg: system + 1 };
    const ports = [pair.system, pair.mjpeg];
    if (ports.some((port) => taken.has(port))) continue;
    if ((await isFree(pair.system)) && (await isFree(pair.mjpeg))) pairs.push(pair);
  }
  return pairs;
}

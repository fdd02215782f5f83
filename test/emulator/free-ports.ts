import { randomInt } from 'node:crypto';
import net from 'node:net';

/**
 * The first of that many ports in a row that are free now: even, above those that adb servers look
 * for emulators at, and below those that the system hands out.
 */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 2 * randomInt(10_000, 15_000);
    const ports = Array.from({ length: count }, (_, index) => first + index);
    const free = await Promise.all(ports.map(isFree));
    if (free.every(Boolean)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

import { createServer, type Server } from 'node:net';
import { PortTakenError } from './errors.ts';

/** Free TCP ports on 127.0.0.1, all different: each is held until the last is found. */
export async function freePorts(count: number): Promise<number[]> {
  const servers: Server[] = [];
  try {
    for (let i = 0; i < count; i += 1) servers.push(await listen(0));
    return servers.map((server) => (server.address() as { port: number }).port);
  } finally {
    await Promise.all(servers.map(close));
  }
}

/**
 * @param setting the name of the setting that asks for this port.
 * @throws {PortTakenError} when something listens there already.
 */
export async function assertPortFree(port: number, setting: string): Promise<void> {
  let server: Server;
  try {
    server = await listen(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new PortTakenError(port, setting);
  }
  await close(server);
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

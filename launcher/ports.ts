import { createServer, type Server } from 'node:net';
import { isPortFree } from '../device/leases/ports.ts';
import { PortTakenError } from './errors.ts';

/** Free TCP ports on 127.0.0.1, all different: each is held until the last is found. */
export async function freePorts(count: number): Promise<number[]> {
  const servers: Server[] = [];
  try {
    for (let i = 0; i < count; i += 1) servers.push(await listen());
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
  if (!(await isPortFree(port))) throw new PortTakenError(port, setting);
}

async function listen(): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

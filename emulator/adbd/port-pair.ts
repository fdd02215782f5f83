import net from 'node:net';

const FIRST_CONSOLE_PORT = 5554;
const LAST_CONSOLE_PORT = 5682;

/** A port that was asked for by number is in use. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
  readonly port: number;

  constructor(port: number) {
    super(`port ${port} on 127.0.0.1 is in use`);
    this.port = port;
  }
}

/** There is no free pair of ports left where adb looks for emulators. */
export class NoFreePortsError extends Error {
  override readonly name = 'NoFreePortsError';

  constructor() {
    super(`every pair of ports from ${FIRST_CONSOLE_PORT} to ${LAST_CONSOLE_PORT + 1} is in use`);
  }
}

/** An emulator's two ports on 127.0.0.1: an even one for the console, the next for adb. */
export interface PortPair {
  readonly consolePort: number;
  readonly adbPort: number;
  readonly console: net.Server;
  readonly adb: net.Server;
}

/**
 * Listens on a pair of ports.
 * @param consolePort the even port to take; without it the first free pair of 5554–5682.
 * @throws PortTakenError if one of the pair asked for is taken, NoFreePortsError if every pair is.
 */
export async function listenOnPortPair(consolePort?: number): Promise<PortPair> {
  if (consolePort !== undefined) return listenOn(consolePort);
  for (let port = FIRST_CONSOLE_PORT; port <= LAST_CONSOLE_PORT; port += 2) {
    try {
      return await listenOn(port);
    } catch (error) {
      if (!(error instanceof PortTakenError)) throw error;
    }
  }
  throw new NoFreePortsError();
}

async function listenOn(consolePort: number): Promise<PortPair> {
  const console = await listen(consolePort);
  try {
    const adb = await listen(consolePort + 1);
    return { consolePort, adbPort: consolePort + 1, console, adb };
  } catch (error) {
    console.close();
    throw error;
  }
}

function listen(port: number): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer({ noDelay: true });
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error);
    });
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** Where a process started by a test, or by what it started, is seen to live and to end. */
export interface LineToTest {
  /** A program that calls, and then runs until it is ended. */
  readonly program: string;
  /** Resolves when the program has called. */
  readonly called: Promise<Socket>;
  close(): void;
}

/** Listens for a process that the test knows no id of: its connection closes when it ends. */
export async function lineToTest(): Promise<LineToTest> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const called = once(server, 'connection').then(([socket]) => {
    // One that is killed may reset it.
    (socket as Socket).on('error', () => (socket as Socket).destroy()).resume();
    return socket as Socket;
  });
  return {
    program: `require('node:net').connect(${port}, '127.0.0.1').resume();`,
    called,
    close: () => server.close(),
  };
}

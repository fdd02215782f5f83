import { once } from 'node:events';
import type { Service } from './index.ts';

/** `tcp:PORT` and `tcp:HOST:PORT`: a connection to a port of the phone itself. */
export const tcp: Service = ({ argument }, device) => {
  const { host = 'localhost', port } =
    /^(?:(?<host>.*):)?(?<port>\d+)$/.exec(argument)?.groups ?? {};
  if (!port || !['localhost', '127.0.0.1'].includes(host)) return undefined;
  const socket = device.ports.connect(Number(port));
  if (!socket) return undefined;
  return async (stream) => {
    socket.on('error', (error) => device.log(`device port ${port}: ${error.message}`));
    const closed = once(socket, 'close');
    stream.pipe(socket);
    socket.pipe(stream);
    // The host closed: nothing can be sent any more, but what it had sent still arrives.
    stream.once('end', () => socket.unpipe(stream));
    stream.once('close', () => socket.end(() => socket.destroy()));
    await closed;
  };
};

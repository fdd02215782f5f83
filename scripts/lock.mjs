import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** Of a socket that is not listening yet. */
const UNREADY = '.unready';

/**
 * Runs a task while no other process of this user on this machine runs one for the same folder.
 *
 * Whoever wants the lock listens on a Unix socket of its own among those of the others, and has it
 * when no other one answers there: of two that come together, the later to listen sees the earlier.
 * The system closes a socket with its process, however that ends, so no lock outlives its owner, and
 * who waits is woken. Only the sockets of processes that are gone are removed by others, never a name
 * that a living one uses: nothing is taken over, and so nothing by two.
 *
 * @template T
 * @param {string} folder
 * @param {() => void} onWait told, once, that another process has it
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function withLock(folder, onWait, task) {
  const { sockets, prefix } = socketsFor(folder);
  for (let waited = false; ; waited = true) {
    const own = await listen(sockets, prefix);
    try {
      let other = await livingOther(sockets, prefix, own.name);
      if (other !== undefined && !waited) onWait();
      // Of those that wait the first by name stays, or they would give way to each other forever.
      while (other !== undefined && own.name < other.name) {
        await other.gone;
        other = await livingOther(sockets, prefix, own.name);
      }
      if (other === undefined) return await task();
      own.close();
      await other.gone;
    } finally {
      own.close();
    }
  }
}

/**
 * @param {string} folder
 * @returns {{ sockets: string, prefix: string }} where the sockets of those that want a lock are, and
 *   how the names of those for this folder begin; a path may have 104 bytes in all
 */
function socketsFor(folder) {
  const sockets = join(tmpdir(), `mi-setup-${userInfo().uid}`);
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  return { sockets, prefix: createHash('sha256').update(folder).digest('hex').slice(0, 8) };
}

/**
 * @param {string} sockets
 * @param {string} prefix
 * @returns {Promise<{ name: string, close: () => void }>}
 */
async function listen(sockets, prefix) {
  const name = `${prefix}-${process.pid}-${randomBytes(4).toString('hex')}`;
  const path = join(sockets, name);
  /** @type {Set<import('node:net').Socket>} */
  const waiting = new Set();
  const server = createServer((socket) => {
    waiting.add(socket);
    // One that gave up waiting.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => waiting.delete(socket));
  });
  server.listen(path + UNREADY);
  await once(server, 'listening');
  // A socket that has a name before it listens would be taken for one left behind.
  renameSync(path + UNREADY, path);
  const close = () => {
    rmSync(path, { force: true });
    server.close();
    for (const socket of waiting) socket.destroy();
  };
  return { name, close };
}

/**
 * @param {string} sockets
 * @param {string} prefix
 * @param {string} ownName
 * @returns {Promise<{ name: string, gone: Promise<unknown> } | undefined>} one that answers
 */
async function livingOther(sockets, prefix, ownName) {
  for (const name of readdirSync(sockets).sort()) {
    if (!name.startsWith(prefix) || name === ownName || name.endsWith(UNREADY)) continue;
    const socket = connect(join(sockets, name));
    const gone = new Promise((resolve) => socket.once('close', resolve));
    try {
      await once(socket, 'connect');
      // Ends as well when the other is killed.
      socket.on('error', () => socket.destroy());
      socket.resume();
      return { name, gone };
    } catch (error) {
      if (!isGone(error)) throw error;
      rmSync(join(sockets, name), { force: true });
    }
  }
  return undefined;
}

/**
 * @param {unknown} error of a connection
 * @returns {boolean} whether nobody listens there any more
 */
function isGone(error) {
  const { code } = /** @type {NodeJS.ErrnoException} */ (error);
  return code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'ECONNRESET';
}

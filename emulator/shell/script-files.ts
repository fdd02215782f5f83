import type { Writable } from 'node:stream';
import { type IFileSystem, unsafeBytesFromLatin1 } from 'just-bash';
import { describeFileError } from './file-errors.ts';
import type { Job } from './job.ts';
import { asMkshMessages } from './messages.ts';
import { collect, MAX_COLLECTED_BYTES } from './sinks.ts';
import { writeTo } from './write-to.ts';

/**
 * Names in the file system of a script under which just-bash finds what else it has no way to:
 * the client's streams, as they come and go, and whether to go on.
 */
export const SCRIPT_FILES = {
  stdout: '/dev/.stdout',
  stderr: '/dev/.stderr',
  /** All of standard input, when somebody asks for it. */
  stdin: '/dev/.stdin',
  /** Its next line. */
  line: '/dev/.line',
  /** Is there as long as the script may go on; looking lets others have their turn. */
  turn: '/dev/.turn',
  /** The next command of an interactive session. */
  command: '/dev/.command',
  /** Before a path: can be read if the shell may write a file there. */
  writable: '/dev/.writable',
  /** Is told the status and the directory that a command left: `/dev/.left/STATUS/DIRECTORY`. */
  left: '/dev/.left',
} as const;

/** Where an interactive session takes its commands from. */
export interface CommandSource {
  /** The next command, as just-bash is to read it. */
  next(): Promise<string>;
  /** Takes note of what the command left. */
  left(status: number, directory: string): void;
}

type Encoding = Parameters<IFileSystem['appendFile']>[2];

/** The phone's files as a script sees them. */
export function scriptFiles(files: IFileSystem, job: Job, source?: CommandSource): IFileSystem {
  const outputs = new Map<string, Writable>([
    [SCRIPT_FILES.stdout, job.io.stdout],
    [SCRIPT_FILES.stderr, job.io.stderr],
  ]);

  async function read(path: string): Promise<Buffer | undefined> {
    if (path === SCRIPT_FILES.line) return (await job.stdin.readLine(job.signal)) ?? Buffer.of();
    if (path === SCRIPT_FILES.command) return Buffer.from((await source?.next()) ?? '');
    if (path === SCRIPT_FILES.stdin) return collect(job.stdin.chunks(job.signal));
    if (path.startsWith(`${SCRIPT_FILES.writable}/`)) {
      await assertOpens(path.slice(SCRIPT_FILES.writable.length));
      return Buffer.of();
    }
    await assertReadable(path);
    return undefined;
  }

  /** just-bash tells of every file that cannot be opened that there is none. */
  async function assertOpens(path: string): Promise<void> {
    try {
      if (!outputs.has(path)) await files.appendFile(path, '');
    } catch (error) {
      job.refusal = describeFileError(error);
      throw error;
    }
  }

  /** just-bash reads files as a whole, into texts. */
  async function assertReadable(path: string): Promise<void> {
    const { size } = (await files.exists(path)) ? await files.stat(path) : { size: 0 };
    if (size > MAX_COLLECTED_BYTES)
      throw new Error(`ENOMEM: cannot allocate memory, read '${path}'`);
  }

  const own: Partial<IFileSystem> = {
    resolvePath(base, path) {
      if (!path.startsWith(SCRIPT_FILES.writable)) return files.resolvePath(base, path);
      const target = path.slice(SCRIPT_FILES.writable.length);
      return SCRIPT_FILES.writable + files.resolvePath(base, target);
    },
    async exists(path) {
      if (path === SCRIPT_FILES.turn) return job.yield();
      const [, status, directory = ''] = /^\/dev\/\.left\/(\d+)(.*)$/s.exec(path) ?? [];
      if (status === undefined) return outputs.has(path) || files.exists(path);
      source?.left(Number(status), directory || '/');
      return true;
    },
    async stat(path) {
      return files.stat(outputs.has(path) ? '/dev/null' : path);
    },
    async writeFile(path, content, encoding) {
      if (!outputs.has(path)) await files.writeFile(path, content, encoding);
    },
    async appendFile(path, content, encoding) {
      const output = outputs.get(path);
      if (output) await writeTo(output, bytesOf(content, encoding, job));
      else await files.appendFile(path, content, encoding);
    },
    async readFile(path, options) {
      const content = await read(path);
      return content?.toString() ?? files.readFile(path, options);
    },
    async readFileBytes(path) {
      const bytes = (await read(path)) ?? Buffer.from(await files.readFileBuffer(path));
      return unsafeBytesFromLatin1(bytes.toString('latin1'));
    },
    async readFileBuffer(path) {
      return (await read(path)) ?? files.readFileBuffer(path);
    },
  };
  return new Proxy(files, {
    get(target, key) {
      const method: unknown = Reflect.get(own, key) ?? Reflect.get(target, key);
      return typeof method === 'function' && !(key in own)
        ? (method.bind(target) as unknown)
        : method;
    },
  });
}

function bytesOf(content: string | Uint8Array, options: Encoding, { refusal }: Job): Buffer {
  if (typeof content !== 'string') return Buffer.from(content);
  const text = content.startsWith('bash: ') ? asMkshMessages(content, refusal) : content;
  const encoding = typeof options === 'string' ? options : options?.encoding;
  return Buffer.from(text, encoding === 'binary' || encoding === 'latin1' ? 'latin1' : 'utf8');
}

import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { adbServerFromEnv } from '../../../config/adb-server.ts';
import { Adb } from '../../../device/adb.ts';
import { AdbMissingError } from '../../../device/errors.ts';
import { failed, passed, unknown, type Finding } from '../../../device/doctor/result.ts';
import type { MachineCheck } from './machine-check.ts';

const SET_UP = 'Run `npm run setup`, which finds adb, or installs it, or says how to.';
/** Both answer in milliseconds; a machine at its limit takes seconds. */
const ANSWER_TIMEOUT_MS = 10_000;
const DEFAULT_PORT = 5037;

export const androidHome: MachineCheck = {
  id: 'android-home',
  judge({ env }) {
    const folder = env['ANDROID_HOME'] ?? '';
    if (folder === '') return failed('not set, and no adb was found', SET_UP);
    try {
      Adb.find(env);
    } catch (error) {
      if (!(error instanceof AdbMissingError)) throw error;
      return failed(`${folder}: ${error.details.seen ?? 'no adb in it'}`, SET_UP);
    }
    return passed(folder);
  },
};

export const adbProgram: MachineCheck = {
  id: 'adb-program',
  async judge({ env }) {
    const version = await programVersion(env);
    return version === undefined ? failed('does not run', SET_UP) : passed(version.name);
  },
};

export const adbServer: MachineCheck = {
  id: 'adb-server',
  async judge({ env }) {
    const { host = '127.0.0.1', port = DEFAULT_PORT } = adbServerFromEnv(env);
    const [program, server] = await Promise.all([programVersion(env), serverVersion(host, port)]);
    return judgeServer(program?.protocol, server, `${host}:${port}`);
  },
};

/** What answers at the port of adb's server. */
export type ServerAnswer = number | 'nobody' | 'stranger';

/**
 * @param program protocol version of the program, as it would expect of its server.
 * @param at where the server is.
 */
export function judgeServer(
  program: number | undefined,
  server: ServerAnswer,
  at: string,
): Finding {
  if (server === 'nobody') return passed(`not running at ${at}: the first adb starts it`);
  const other = 'stop what listens there, or set ANDROID_ADB_SERVER_PORT to another port';
  if (server === 'stranger') return failed(`what listens at ${at} is no adb server`, `${other}.`);
  if (program === undefined) return unknown('adb does not run', SET_UP);
  if (server === program) return passed(`at ${at}, of the same version`);
  return failed(
    `the server at ${at} has version ${server}, the program ${program}`,
    `Use one adb for everything on this machine (Android Studio and scrcpy bring their own; adb -V tells), then: adb kill-server; or ${other}.`,
  );
}

/** What `adb version` says: the last part of `1.0.41` is what program and server compare. */
export function parseAdbVersion(output: string): { name: string; protocol: number } | undefined {
  const match = /Android Debug Bridge version (\d+\.\d+\.(\d+))/.exec(output);
  if (match === null) return undefined;
  const build = /^Version (\S+)/m.exec(output)?.[1];
  const [, version = '', protocol] = match;
  return {
    name: build === undefined ? version : `${build} (${version})`,
    protocol: Number(protocol),
  };
}

async function programVersion(env: NodeJS.ProcessEnv) {
  try {
    const { stdout } = await promisify(execFile)(Adb.find(env), ['version'], {
      timeout: ANSWER_TIMEOUT_MS,
    });
    return parseAdbVersion(stdout);
  } catch {
    // Not there, or not for this machine: either way it does not run.
    return undefined;
  }
}

/**
 * Asks the server itself: the program would kill one of another version, and everybody's sessions.
 * @see packages/modules/adb, SERVICES.TXT, `host:version`: `OKAY`, and a length and a number in hex
 */
async function serverVersion(host: string, port: number): Promise<ServerAnswer> {
  return await new Promise((resolve) => {
    const socket = connect(port, host);
    let answer = '';
    const end = (result: ServerAnswer): void => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(ANSWER_TIMEOUT_MS, () => end('stranger'));
    socket.once('connect', () => socket.write('000chost:version'));
    socket.on('error', () => end(answer === '' ? 'nobody' : 'stranger'));
    socket.on('data', (bytes) => (answer += bytes.toString('latin1')));
    socket.once('end', () => end(parseServerVersion(answer) ?? 'stranger'));
  });
}

export function parseServerVersion(answer: string): number | undefined {
  const hex = /^OKAY[0-9a-f]{4}([0-9a-f]{4})$/i.exec(answer)?.[1];
  return hex === undefined ? undefined : parseInt(hex, 16);
}

import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunContext } from '../../config/run-context.ts';
import { startPhoneServer } from '../../config/targets/emulated.ts';
import type { PhoneServer } from '../../config/targets/phone-server.ts';

/** One file for all phones that the specs of a worker start. */
const LOG_NAME = `phones-of-specs-${process.pid}.log`;

let server: PhoneServer | undefined;

/**
 * The process of all phones that this worker's specs start: from the first of them until the worker
 * ends, and a new one when it has crashed.
 */
export function phoneServer({ logsDir }: RunContext): PhoneServer {
  if (server === undefined || server.hasEnded) {
    server = startPhoneServer((text) => log(logsDir, text));
  }
  return server;
}

/** It may hold secrets: only a folder that is masked later gets it. */
function log(logsDir: string | undefined, text: string): void {
  if (logsDir !== undefined) appendFileSync(join(logsDir, LOG_NAME), text, { mode: 0o600 });
}

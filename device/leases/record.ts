import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../config/paths.ts';
import { ProcessIdentity, thisProcess } from '../process-identity.ts';

const Port = z.number().int().min(1).max(65_535);
/** On this machine; see `SessionPorts`. */
const Ports = z.object({ system: Port, mjpeg: Port });

/** Who has a phone: the process whose end ends the lease, and what a person calls it. */
const LeaseHolder = z.object({
  process: ProcessIdentity,
  user: z.string(),
  /** Folder of the clone that it runs in. */
  clone: z.string(),
  command: z.string(),
  runId: z.string(),
});
export type LeaseHolder = z.infer<typeof LeaseHolder>;

/** What the file of a lease holds. */
export const LeaseRecord = z.object({
  version: z.literal(1),
  /** Never used twice. */
  id: z.string(),
  serial: z.string(),
  holder: LeaseHolder,
  since: z.iso.datetime(),
  ports: Ports,
  /** Port pairs of holders before this one that were killed, until somebody has cleared them. */
  leftBehind: z.array(Ports),
});
export type LeaseRecord = z.infer<typeof LeaseRecord>;

/** This process, as the holder of leases. @param runId of the run that it belongs to. */
export async function thisHolder(runId: string): Promise<LeaseHolder> {
  const [, script = '', ...args] = process.argv;
  return {
    process: await thisProcess(),
    user: userInfo().username,
    clone: PROJECT_ROOT,
    command: [script.replace(`${PROJECT_ROOT}/`, ''), ...args].join(' '),
    runId,
  };
}

/** E.g. `run 20261126-003046-a1b2c3 of qa on lab-1, process 4711, since 2026-11-26 12:03 UTC, in /home/qa/e2e (…)`. */
export function describeHolder({ holder, since }: Pick<LeaseRecord, 'holder' | 'since'>): string {
  const { runId, user, process, clone, command } = holder;
  const at = since.slice(0, 16).replace('T', ' ');
  return `run ${runId} of ${user} on ${process.host}, process ${process.pid}, since ${at} UTC, in ${clone} (${command})`;
}

/** Where space is short: `run 20261126-003046-a1b2c3 of qa, process 4711, in e2e`. */
export function describeHolderShortly({ holder }: Pick<LeaseRecord, 'holder'>): string {
  const { runId, user, process, clone } = holder;
  return `run ${runId} of ${user}, process ${process.pid}, in ${basename(clone)}`;
}

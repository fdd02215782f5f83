import type { Fleet } from './fleet.ts';

/** What WebdriverIO's runner needs of the run in the same process. */
export interface FleetOfRun {
  readonly fleet: Fleet;
  /** Capabilities of a session on this phone. */
  capabilities(serial: string): WebdriverIO.Capabilities;
  /** Resolves when all is known of a worker that has ended: what it reported, and how its phone is. */
  settled(worker: string, serial: string): Promise<void>;
}

/** WebdriverIO makes its runner before the run begins, and lets nothing be passed to it. */
let current: FleetOfRun | undefined;

export function setFleetOfRun(fleet: FleetOfRun): void {
  current = fleet;
}

/** @throws Error before the run has its phones. */
export function fleetOfRun(): FleetOfRun {
  if (current === undefined) throw new Error('The run has no phones yet.');
  return current;
}

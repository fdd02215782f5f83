import LocalRunner from '@wdio/local-runner';
import { EventEmitter } from 'node:events';
import { ASSIGNMENT, type AssignedCapabilities } from './assignment.ts';
import { fleetOfRun } from './current.ts';

type RunArgs = Parameters<LocalRunner['run']>[0];
type Worker = Awaited<ReturnType<LocalRunner['run']>>;

/** What a worker that has ended tells WebdriverIO. */
interface WorkerExit {
  cid: string;
  exitCode: number;
  specs: string[];
  /** How often WebdriverIO may run the specs again. */
  retries: number;
}

/** WebdriverIO's runner of worker processes, on the phones that the run's fleet assigns. */
export default class FleetRunner extends LocalRunner {
  override async run(args: RunArgs): Promise<Worker> {
    const { fleet, capabilities, settled } = fleetOfRun();
    const { cid, specs } = args;
    const { 'appium:udid': wanted } = args.caps as AssignedCapabilities;
    const assigned = await fleet.assign({ worker: cid, files: specs, serial: wanted });
    if (assigned === undefined) return neverStarted(args);
    const caps: AssignedCapabilities = {
      ...capabilities(assigned.serial),
      [ASSIGNMENT]: assigned.assignment,
    };
    const worker = await super.run({ ...args, caps });
    holdExit(worker, async (exit) => {
      await settled(cid, assigned.serial);
      // WebdriverIO counts this down, and puts the specs at the head of its queue again.
      if (fleet.ended(cid, exit.exitCode)) exit.retries = 1;
    });
    return worker;
  }
}

/** Lets WebdriverIO know of a worker's end only when it has been dealt with. */
function holdExit(worker: Worker, deal: (exit: WorkerExit) => Promise<void>): void {
  const emit = worker.emit.bind(worker);
  worker.emit = (event: string, ...args: unknown[]): boolean => {
    if (event !== 'exit') return emit(event, ...args);
    const [exit] = args as [WorkerExit];
    void deal(exit).finally(() => emit('exit', exit));
    return true;
  };
}

/** Stands for the worker of specs that no phone is left for. */
function neverStarted({ cid, specs }: RunArgs): Worker {
  const worker = Object.assign(new EventEmitter(), { logsAggregator: [] });
  const exit: WorkerExit = { cid, exitCode: 1, specs, retries: 0 };
  // WebdriverIO listens from when it has it.
  setImmediate(() => worker.emit('exit', exit));
  return worker as unknown as Worker;
}

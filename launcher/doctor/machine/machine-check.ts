import type { Settings } from '../../../config/settings.ts';
import type { MachineCheckId } from '../../../config/troubleshooting.ts';
import type { Finding } from '../../../device/doctor/result.ts';

/** What the checks of this machine look at. */
export interface MachineContext {
  readonly settings: Settings;
  /** Of the process that a run would be. */
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** One thing that is checked of this machine. */
export interface MachineCheck {
  readonly id: MachineCheckId;
  judge(context: MachineContext): Finding | Promise<Finding>;
  /** Does what can be done about it; @returns what was done. */
  repair?(context: MachineContext): string | Promise<string>;
}

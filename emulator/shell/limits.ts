import type { BashOptions } from 'just-bash';

const UNLIMITED = Number.MAX_SAFE_INTEGER;

/**
 * just-bash guards its host against scripts that never end. Here a script ends with its client, and
 * lets the rest of the phone have its turn meanwhile; what guards the host is how much data is
 * handed to just-bash at once.
 */
export const EXECUTION_LIMITS: NonNullable<BashOptions['executionLimits']> = {
  maxCommandCount: UNLIMITED,
  maxLoopIterations: UNLIMITED,
  maxAwkIterations: UNLIMITED,
  maxSedIterations: UNLIMITED,
  maxWorkUnits: UNLIMITED,
  maxTraversalWork: UNLIMITED,
  maxGlobOperations: UNLIMITED,
  maxInputBytes: UNLIMITED,
  maxOutputSize: UNLIMITED,
  maxLiveBytes: UNLIMITED,
  // The longest time a timer takes.
  maxExecutionTimeMs: 2 ** 31 - 1,
};

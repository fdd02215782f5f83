import { NoFreePortsError, PortTakenError } from './adbd/port-pair.ts';
import { PhoneStartError } from './fleet.ts';
import { UsageError } from './usage-error.ts';

const EXIT_CODE_FAILED = 1;
const EXIT_CODE_USAGE = 2;

export function exitCodeOf(error: Error): number {
  return error instanceof UsageError ? EXIT_CODE_USAGE : EXIT_CODE_FAILED;
}

/** For a person: the stack too, unless the message says all that is needed. */
export function describeError(error: Error): string {
  if (error instanceof PhoneStartError) {
    return `${error.isOneOfMany ? `${error.message}; none was started: ` : ''}${describeError(error.cause)}`;
  }
  if (error instanceof PortTakenError) {
    return (
      `${error.message}: choose another even number for --port, or leave --port away for the first ` +
      `free one; '${portOwnerCommand(error.port)}' tells who has it`
    );
  }
  if (error instanceof NoFreePortsError) {
    return `${error.message}: end phones that are not needed, or choose others with --port`;
  }
  const isPlain = error instanceof UsageError || 'syscall' in error;
  return isPlain ? error.message : `the phone could not start\n${error.stack}`;
}

function portOwnerCommand(port: number): string {
  return process.platform === 'win32' ? `netstat -ano | findstr :${port}` : `lsof -i :${port}`;
}

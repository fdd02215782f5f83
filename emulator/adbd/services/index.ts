import type { AdbDevice } from '../device.ts';
import type { AdbStream } from '../stream.ts';
import { exec } from './exec.ts';
import { reboot } from './reboot.ts';
import { root, unroot } from './root.ts';
import { shell } from './shell.ts';
import { sync } from './sync.ts';
import { tcp } from './tcp.ts';

/** Serves one stream; the stream is closed when the promise settles. */
export type ServiceBody = (stream: AdbStream) => Promise<void>;

export interface ServiceRequest {
  /** What stands between the service's name and the colon, e.g. `['v2', 'TERM=xterm']`. */
  readonly options: readonly string[];
  /** What follows the colon. */
  readonly argument: string;
}

/** Opens a service, or returns `undefined` to refuse the stream. */
export type Service = (request: ServiceRequest, device: AdbDevice) => ServiceBody | undefined;

const SERVICES: ReadonlyMap<string, Service> = new Map<string, Service>([
  ['shell', shell],
  ['exec', exec],
  ['sync', sync],
  ['tcp', tcp],
  ['reboot', reboot],
  ['root', root],
  ['unroot', unroot],
]);

/**
 * Finds the service for the destination of an OPEN packet, e.g. `shell,v2,raw:ls`.
 * Source: AOSP packages/modules/adb/SERVICES.TXT and daemon/services.cpp.
 */
export function findService(destination: string, device: AdbDevice): ServiceBody | undefined {
  const colon = destination.indexOf(':');
  if (colon < 0) return undefined;
  const [name = '', ...options] = destination.slice(0, colon).split(',');
  return SERVICES.get(name)?.({ options, argument: destination.slice(colon + 1) }, device);
}

import type { TargetName } from '../settings.ts';
import { devicesTarget } from './devices.ts';
import { emulatedTarget } from './emulated.ts';
import { remoteTarget } from './remote.ts';
import type { Target } from './target.ts';

const TARGETS: Record<TargetName, Target> = {
  emulated: emulatedTarget,
  devices: devicesTarget,
  remote: remoteTarget,
};

export function targetNamed(name: TargetName): Target {
  return TARGETS[name];
}

import { connectedPhones } from './connected.ts';
import type { Target } from './target.ts';

/** Phones on this machine's adb. */
export const devicesTarget: Target = { name: 'devices', open: connectedPhones };

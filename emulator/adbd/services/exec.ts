import { runUnframed } from './unframed.ts';
import type { Service } from './index.ts';

/** `exec:COMMAND`: a command with a plain pipe at either end, as installs and pictures use it. */
export const exec: Service = ({ argument }, device) => runUnframed(argument, false, device);

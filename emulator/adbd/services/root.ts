import type { Service } from './index.ts';

const answer =
  (text: string): Service =>
  () =>
  (stream) =>
    stream.writeAndWait(Buffer.from(text));

/** `root:` on a user build (AOSP daemon/restart_service.cpp). */
export const root = answer('adbd cannot run as root in production builds\n');

/** `unroot:` on a user build. */
export const unroot = answer('adbd not running as root\n');

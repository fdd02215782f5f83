import { randomBytes } from 'node:crypto';

/** Names a run: time first, so that names sort; the rest tells apart runs of the same second. */
export function newRunId(): string {
  const time = new Date().toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  return `${time}-${randomBytes(3).toString('hex')}`;
}

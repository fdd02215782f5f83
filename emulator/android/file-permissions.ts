/** Below these the user `shell` may write, and only below. */
const WRITABLE = ['/cache', '/data/local/tmp', '/storage/emulated/0'];
/** File systems that can be written, though not by that user. */
const OTHERS_WRITE = ['/data', '/dev', '/mnt', '/proc', '/storage', '/sys'];

/**
 * What keeps the user `shell` from changing what is at a path, in the words of errno(3);
 * `undefined` if nothing does. The system's partitions are read-only for everyone.
 */
export function whyNotWritable(path: string): string | undefined {
  if (WRITABLE.some((directory) => path.startsWith(`${directory}/`))) return undefined;
  return [...WRITABLE, ...OTHERS_WRITE].some((each) => `${path}/`.startsWith(`${each}/`))
    ? 'EACCES: permission denied'
    : 'EROFS: read-only file system';
}

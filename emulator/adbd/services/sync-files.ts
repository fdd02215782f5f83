import type { FsStat } from 'just-bash';

const FILE_TYPE = { directory: 0o040000, file: 0o100000, link: 0o120000 } as const;

/** Whether a mode of the sync service stands for a symbolic link. */
export function isLinkMode(mode: number): boolean {
  return (mode & 0o170000) === FILE_TYPE.link;
}

/** stat(2)'s `st_mode`: kind of file and permissions. */
export function modeOf(stat: FsStat): number {
  const type = stat.isSymbolicLink
    ? FILE_TYPE.link
    : stat.isDirectory
      ? FILE_TYPE.directory
      : FILE_TYPE.file;
  return type | (stat.mode & 0o7777);
}

/** The error numbers adb knows on the wire (AOSP sysdeps/errno.h) and what strerror calls them. */
const ERRORS: Readonly<Record<string, { readonly errno: number; readonly text: string }>> = {
  EPERM: { errno: 1, text: 'Operation not permitted' },
  ENOENT: { errno: 2, text: 'No such file or directory' },
  EIO: { errno: 5, text: 'I/O error' },
  EACCES: { errno: 13, text: 'Permission denied' },
  EEXIST: { errno: 17, text: 'File exists' },
  ENOTDIR: { errno: 20, text: 'Not a directory' },
  EISDIR: { errno: 21, text: 'Is a directory' },
  EINVAL: { errno: 22, text: 'Invalid argument' },
  EFBIG: { errno: 27, text: 'File too large' },
  ENOSPC: { errno: 28, text: 'No space left on device' },
  EROFS: { errno: 30, text: 'Read-only file system' },
  ELOOP: { errno: 40, text: 'Too many symbolic links encountered' },
};

/** What the phone's file system threw, as errno and strerror; the code leads its message. */
export function describeFileError(error: unknown): { errno: number; text: string } {
  const message = error instanceof Error ? error.message : String(error);
  const code = /^E[A-Z0-9]+/.exec(message)?.[0] ?? 'EIO';
  return ERRORS[code] ?? { errno: 5, text: message };
}

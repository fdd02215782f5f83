const TEXTS: Readonly<Record<string, string | undefined>> = {
  EACCES: 'Permission denied',
  EEXIST: 'File exists',
  EISDIR: 'Is a directory',
  ENOENT: 'No such file or directory',
  ENOSPC: 'No space left on device',
  ENOTDIR: 'Not a directory',
  EPERM: 'Operation not permitted',
  EROFS: 'Read-only file system',
};

/** What the phone's file system threw, as strerror(3) tells it; the code leads its message. */
export function describeFileError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return TEXTS[/^E[A-Z]+/.exec(message)?.[0] ?? ''] ?? message;
}

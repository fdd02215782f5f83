const USERS: Readonly<Record<number, string | undefined>> = {
  0: 'root',
  1000: 'system',
  1001: 'radio',
  1036: 'logd',
  2000: 'shell',
};

/** Name of a Linux user id (AOSP android_filesystem_config.h; apps are `u0_a…`). */
export function userName(uid: number): string {
  return USERS[uid] ?? (uid >= 10_000 ? `u0_a${uid - 10_000}` : String(uid));
}

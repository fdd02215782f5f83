/** Where adb's server is, when it is not on this machine's usual port. */
export interface AdbServerAddress {
  host?: string;
  port?: number;
}

/**
 * Reads the variables that adb itself honours (adb's manual, "environment variables"). Appium must
 * be told, since it always names a port.
 */
export function adbServerFromEnv(env: NodeJS.ProcessEnv = process.env): AdbServerAddress {
  const host = env['ANDROID_ADB_SERVER_ADDRESS'];
  const port = Number(env['ANDROID_ADB_SERVER_PORT']);
  return { ...(host ? { host } : {}), ...(port > 0 ? { port } : {}) };
}

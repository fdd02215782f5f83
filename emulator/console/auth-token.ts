import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

/** Where every Android emulator of a user, and adb, look for the console's password. */
export function authTokenPath(): string {
  return path.join(homedir(), '.emulator_console_auth_token');
}

/**
 * Reads the token, making one first if there is none; a file that exists is never changed.
 * @returns '' if the file is empty, which switches authentication off.
 */
export async function readAuthToken(file: string): Promise<string> {
  try {
    await writeFile(file, randomBytes(12).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}

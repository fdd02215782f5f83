import { randomBytes } from 'node:crypto';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
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
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await create(file, randomBytes(12).toString('base64url'));
  return (await readFile(file, 'utf8')).trim();
}

/**
 * Makes the file, unless there is one. It appears with its content: to another phone that starts at
 * the same moment, an empty file would say that there is no password.
 */
async function create(file: string, content: string): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, content, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
}

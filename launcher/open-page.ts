import { spawn } from 'node:child_process';

const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/**
 * Opens a page in the person's browser, with the system's own command.
 * @returns what went wrong, or `undefined`.
 */
export async function openPage(pathOrAddress: string): Promise<string | undefined> {
  const [command = '', ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, pathOrAddress], { stdio: 'ignore', detached: true });
  return new Promise((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ENOENT' ? `there is no ${command} on this system` : error.message),
    );
    child.once('exit', (code) =>
      resolve(code === 0 ? undefined : `${command} ended with exit code ${code ?? 'none'}`),
    );
  });
}

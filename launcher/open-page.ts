import { spawn } from 'node:child_process';

const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** It fails at once; where it becomes the browser itself, it ends with that. */
const FAILS_WITHIN_MS = 3000;
/** `man xdg-open`: a required tool could not be found. */
const NO_BROWSER = 3;

/**
 * Opens a page in the person's browser, with the system's own command.
 * @returns what went wrong, or `undefined`: also while the browser runs, which nobody waits for.
 */
export async function openPage(
  pathOrAddress: string,
  failsWithinMs = FAILS_WITHIN_MS,
): Promise<string | undefined> {
  const [command = '', ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, pathOrAddress], { stdio: 'ignore', detached: true });
  return new Promise((resolve) => {
    const runs = setTimeout(() => {
      child.unref();
      resolve(undefined);
    }, failsWithinMs);
    const end = (problem: string | undefined) => {
      clearTimeout(runs);
      resolve(problem);
    };
    child.once('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ENOENT' ? `there is no ${command} on this system` : error.message),
    );
    child.once('exit', (code) => {
      if (code === 0) end(undefined);
      else if (code === NO_BROWSER && command === 'xdg-open') end(`${command} found no browser`);
      else end(`${command} ended with exit code ${code ?? 'none'}`);
    });
  });
}

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { ROUTES } from '../../../emulator/uiautomator2/routes.ts';

const README = new URL('../../../emulator/uiautomator2/README.md', import.meta.url);

/** The rows of the README's table: route → test file. */
async function documented(): Promise<Map<string, string>> {
  const rows = (await readFile(README, 'utf8')).matchAll(
    /^\| `(GET|POST|DELETE) ([^`]+)` *\| `([^`]+)` *\|$/gm,
  );
  return new Map([...rows].map(([, method, path, file]) => [`${method} ${path}`, file ?? '']));
}

describe('UiAutomator2 server: routes', () => {
  it('are all in the README, and no others', async () => {
    const routes = ROUTES.map(
      ({ method, path }) => `${method} ${path.replace('/session/:sessionId', '…')}`,
    );
    assert.deepEqual([...(await documented()).keys()].sort(), routes.sort());
  });

  it('have tests in files that exist', async () => {
    const files = await readdir(new URL('.', import.meta.url));
    const missing = [...(await documented()).values()].filter((file) => !files.includes(file));
    assert.deepEqual(missing, []);
  });
});

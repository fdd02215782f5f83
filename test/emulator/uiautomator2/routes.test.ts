import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { Router } from '../../../emulator/uiautomator2/http/router.ts';
import { ROUTES } from '../../../emulator/uiautomator2/routes.ts';
import { ownRequests, proxiedRequests, type Request } from './driver-routes.ts';
import { REAL_ROUTES } from './real-routes.ts';

const README = new URL('../../../emulator/README.md', import.meta.url);
const SESSION = '/session/:sessionId';

interface Row {
  /** e.g. `GET …/element/:id/text` */
  readonly route: string;
  readonly test: string;
}

/** The rows of the README's table: route → test file. */
async function documented(): Promise<Row[]> {
  const rows = (await readFile(README, 'utf8')).matchAll(
    /^\| `((?:GET|POST|DELETE) [^`]+)` *\| `([^`]+)` *\|$/gm,
  );
  return [...rows].map(([, route, test]) => ({ route: route ?? '', test: test ?? '' }));
}

const implemented = ROUTES.map(({ method, path }) => `${method} ${path.replace(SESSION, '…')}`);

/**
 * A request as tests write it: in a call of `get` or `post`, which put the session in front, or by
 * its method and the path.
 */
function requestIn(route: string): RegExp {
  const [method = '', path = ''] = route.split(' ');
  const session = path.startsWith('…') ? '(?:/session/[^/]+)?' : '';
  const escaped = path
    .replace('…', '')
    .replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')
    .replace(/:\w+/g, "(?:\\$\\{[^}]+\\}|[^/'`]+)");
  const call = `\\b${method.toLowerCase()}\\(`;
  return new RegExp(`(?:${call}|'${method}',)\\s*([\`'])${session}${escaped}\\1`);
}

describe('UiAutomator2 server: routes', () => {
  it('are those of the real server', () => {
    assert.deepEqual([...implemented].sort(), [...REAL_ROUTES].sort());
  });

  it('are all in the README, and no others', async () => {
    const rows = (await documented()).map(({ route }) => route);
    assert.deepEqual(rows.sort(), [...implemented].sort());
  });

  it('have tests that send them', async () => {
    const unsent: Row[] = [];
    for (const row of await documented()) {
      const source = await readFile(new URL(row.test, import.meta.url), 'utf8');
      if (!requestIn(row.route).test(source)) unsent.push(row);
    }
    assert.deepEqual(unsent, []);
  });
});

describe('UiAutomator2 server: what the driver sends', () => {
  const router = new Router(ROUTES);
  const unknown = (requests: readonly Request[]) =>
    requests.filter(({ method, path }) => !router.match(method, path));

  it('by itself is known', async () => {
    const requests = await ownRequests();
    assert.ok(requests.length > 50, `only ${requests.length} requests found in its source`);
    assert.deepEqual(unknown(requests), []);
  });

  it('on behalf of a client is known, but for what the real server has no route for', () => {
    const requests = proxiedRequests();
    const known = requests.filter(({ method, path }) => router.match(method, path));
    assert.ok(known.length > 8, 'routes of clients reach the server');
    const real = new Router(
      REAL_ROUTES.map((route) => {
        const [method = '', path = ''] = route.split(' ');
        return { method: method as 'GET', path: path.replace('…', SESSION) };
      }),
    );
    const missing = unknown(requests).filter(({ method, path }) => real.match(method, path));
    assert.deepEqual(missing, []);
  });
});

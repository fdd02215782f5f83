import { readdir, readFile } from 'node:fs/promises';
import { METHOD_MAP } from 'appium/driver.js';
import { AndroidUiautomator2Driver } from 'appium-uiautomator2-driver';

const COMMANDS = new URL(
  '../../../node_modules/appium-uiautomator2-driver/build/lib/',
  import.meta.url,
);
/** `jwproxy.command('/path', 'GET'` with a string or a template for the path. */
const OWN_REQUEST = /jwproxy\.command\(\s*(?:'([^']*)'|`([^`]*)`),\s*'(GET|POST|DELETE)'/g;
const TEMPLATE = /\$\{((?:[^{}]|\{[^}]*\})*)\}/;
/** The two texts a conditional in a template stands for: `${multiple ? 's' : ''}`. */
const CONDITIONAL = /\? '([^']*)' : '([^']*)'/;

export interface Request {
  readonly method: string;
  /** With `x` for every parameter, e.g. `/session/x/element/x/text`. */
  readonly path: string;
}

/** What the installed driver asks the server for by itself, read out of its source. */
export async function ownRequests(): Promise<Request[]> {
  const requests: Request[] = [];
  for (const file of await readdir(COMMANDS, { recursive: true })) {
    if (!file.endsWith('.js')) continue;
    const source = await readFile(new URL(file, COMMANDS), 'utf8');
    for (const [, text, template, method] of source.matchAll(OWN_REQUEST)) {
      for (const path of expand(text ?? template ?? '')) {
        requests.push({ method: method ?? '', path: complete(path) });
      }
    }
  }
  return requests;
}

/** What clients may ask of Appium that the installed driver hands on to the server as it is. */
export function proxiedRequests(): Request[] {
  const { jwpProxyAvoid } = new AndroidUiautomator2Driver({} as never, false);
  const requests: Request[] = [];
  const routes: Readonly<Record<string, object>> = {
    ...METHOD_MAP,
    ...AndroidUiautomator2Driver.newMethodMap,
  };
  for (const [pattern, methods] of Object.entries(routes)) {
    if (!pattern.startsWith('/session/:sessionId')) continue;
    const path = pattern.replace(/:\w+/g, 'x');
    for (const method of Object.keys(methods)) {
      const isAvoided = jwpProxyAvoid.some(([avoided, re]) => avoided === method && re.test(path));
      if (!isAvoided) requests.push({ method, path });
    }
  }
  return requests;
}

function expand(template: string): string[] {
  const [whole, expression] = TEMPLATE.exec(template) ?? [];
  if (whole === undefined || expression === undefined) return [template];
  const values = CONDITIONAL.exec(expression)?.slice(1) ?? ['x'];
  return values.flatMap((value) => expand(template.replace(whole, value)));
}

/** The driver's proxy puts the session in front of all but two paths. */
function complete(path: string): string {
  if (path === '/status' || path === '/session') return path;
  return `/session/x${path === '/' ? '' : path}`;
}

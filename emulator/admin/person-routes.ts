import type { Hono } from 'hono';
import type { AccessibilityNode } from '../android/accessibility.ts';
import { keyCodeOf } from '../android/key-codes.ts';
import type { AndroidSystem } from '../android/system.ts';
import { assertMembers, member, optionalMember, readBody, RequestError } from './request.ts';

const SWIPE_MS = 200;

/**
 * What a person at the phone sees and does, whatever adb may: `GET /screen`, a PNG picture;
 * `POST /tap {text}` (a description will do), `{id}` or `{x, y}` in pixels; `POST /swipe-up`;
 * `POST /type {text}`, `POST /key {name}`, `PUT /shade {open}`, `PUT /rotation {degrees, autoRotate?}`.
 */
export function personRoutes(app: Hono, system: AndroidSystem): void {
  const { windows } = system;

  app.get('/screen', async (c) => {
    const png = await windows.look('png');
    return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png' });
  });

  app.post('/tap', async (c) => {
    const body = await readBody(c);
    const { x, y } = targetOf(system, body);
    windows.input.tap(x, y);
    return c.body(null, 204);
  });

  app.post('/type', async (c) => {
    const body = await readBody(c);
    assertMembers(body, ['text']);
    const text = member(body, 'text', 'string');
    if (!focusedField(system)) throw new RequestError('no text field has the focus: tap one first');
    windows.input.text(text);
    return c.body(null, 204);
  });

  app.post('/key', async (c) => {
    const body = await readBody(c);
    assertMembers(body, ['name']);
    const name = member(body, 'name', 'string');
    const keyCode = keyCodeOf(name);
    if (keyCode === undefined) {
      throw new RequestError(`'name': '${name}' is no key, as BACK, HOME, ENTER and DEL are`);
    }
    windows.input.keyEvent(keyCode);
    return c.body(null, 204);
  });

  app.put('/shade', async (c) => {
    const body = await readBody(c);
    assertMembers(body, ['open']);
    windows.setShade(member(body, 'open', 'boolean'));
    return c.body(null, 204);
  });

  app.put('/rotation', async (c) => {
    const body = await readBody(c);
    assertMembers(body, ['degrees', 'autoRotate']);
    const degrees = member(body, 'degrees', 'number');
    const rotation = ([0, 1, 2, 3] as const).find((turns) => turns * 90 === degrees);
    if (rotation === undefined) {
      throw new RequestError(`'degrees': ${degrees} is not one of 0, 90, 180, 270`);
    }
    const autoRotate = optionalMember(body, 'autoRotate', 'boolean');
    if (autoRotate !== undefined) {
      system.settings.put('system', 'accelerometer_rotation', autoRotate ? '1' : '0');
    }
    system.holding.turn(rotation);
    return c.body(null, 204);
  });

  app.post('/swipe-up', async (c) => {
    const { widthPx, heightPx } = system.display;
    const x = widthPx / 2;
    await windows.input.swipe(x, heightPx * 0.8, x, heightPx * 0.3, SWIPE_MS);
    return c.body(null, 204);
  });
}

function targetOf(
  system: AndroidSystem,
  body: Readonly<Record<string, unknown>>,
): { readonly x: number; readonly y: number } {
  if (body['text'] !== undefined) {
    assertMembers(body, ['text']);
    const text = member(body, 'text', 'string');
    const isMeant = (node: AccessibilityNode) =>
      node.text === text || node.contentDescription === text;
    return center(find(system, `'text': '${text}'`, isMeant));
  }
  if (body['id'] !== undefined) {
    assertMembers(body, ['id']);
    const id = member(body, 'id', 'string');
    return center(find(system, `'id': '${id}'`, (node) => node.resourceId === id));
  }
  assertMembers(body, ['x', 'y']);
  const { widthPx, heightPx } = system.display;
  return { x: pixel(body, 'x', widthPx), y: pixel(body, 'y', heightPx) };
}

/** @throws RequestError if it is none of the screen's. */
function pixel(body: Readonly<Record<string, unknown>>, name: 'x' | 'y', end: number): number {
  const value = member(body, name, 'number');
  if (value >= 0 && value < end) return value;
  throw new RequestError(`'${name}': ${value} is not on the screen, expected 0 to ${end - 1}`);
}

/** @throws RequestError if nothing on the screen is meant. */
function find(
  system: AndroidSystem,
  what: string,
  isMeant: (node: AccessibilityNode) => boolean,
): AccessibilityNode {
  const nodes = nodesOnScreen(system);
  const found = nodes.find(isMeant);
  if (found) return found;
  const texts = nodes.flatMap((node) => node.text || node.contentDescription || []);
  throw new RequestError(`${what} is not on the screen; there are ${texts.join(', ')}`);
}

function focusedField(system: AndroidSystem): AccessibilityNode | undefined {
  return nodesOnScreen(system).find((node) => node.focused && node.editable);
}

/** Of the window in use and of what lies over it, such as the banner of a message; the topmost first. */
function nodesOnScreen({ windows }: AndroidSystem): AccessibilityNode[] {
  const topDown = windows.automation.windows();
  const inUse = topDown.findIndex(({ active }) => active);
  return topDown.slice(0, inUse + 1).flatMap(({ root }) => [root, ...descendants(root)]);
}

function descendants(node: AccessibilityNode): AccessibilityNode[] {
  return node.children.flatMap((child) => [child, ...descendants(child)]);
}

function center({ bounds }: AccessibilityNode): { x: number; y: number } {
  return { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
}

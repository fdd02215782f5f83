import type { Context } from 'hono';

/** What the caller sent cannot be used; the message says what is wrong with what. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}

/** @throws RequestError if the body is no JSON object. */
export async function readBody(c: Context): Promise<Readonly<Record<string, unknown>>> {
  const text = await c.req.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new RequestError(`the body is not JSON: ${(error as SyntaxError).message}`);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new RequestError(`the body ${JSON.stringify(body)} is not a JSON object`);
  }
  return body as Record<string, unknown>;
}

/**
 * A member of the body.
 * @throws RequestError naming it, its value and what is expected.
 */
export function member<T extends 'string' | 'boolean' | 'number'>(
  body: Readonly<Record<string, unknown>>,
  name: string,
  type: T,
): { string: string; boolean: boolean; number: number }[T] {
  const value = body[name];
  if (typeof value !== type) {
    throw new RequestError(
      `'${name}': ${value === undefined ? 'nothing' : JSON.stringify(value)} is not a ${type}`,
    );
  }
  return value as { string: string; boolean: boolean; number: number }[T];
}

/**
 * A member of the body that may be left out.
 * @throws RequestError as {@link member} does
 */
export function optionalMember<T extends 'string' | 'boolean' | 'number'>(
  body: Readonly<Record<string, unknown>>,
  name: string,
  type: T,
): { string: string; boolean: boolean; number: number }[T] | undefined {
  return body[name] === undefined ? undefined : member(body, name, type);
}

/** @throws RequestError naming a member that is not among `names`. */
export function assertMembers(
  body: Readonly<Record<string, unknown>>,
  names: readonly string[],
): void {
  const unknown = Object.keys(body).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new RequestError(`'${unknown}' is not expected here; expected ${names.join(', ')}`);
}

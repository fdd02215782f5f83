import { randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { bodyLimit } from 'hono/body-limit';

/** Nothing that is sent to these servers is nearly as long. */
const LONGEST_BODY_BYTES = 64 * 1024;
const NO_TOKEN =
  "no admin token, or a wrong one: expected the header 'Authorization: Bearer TOKEN' with the " +
  "token that 'xiaomi-phone start' printed beside the address";

/** A token that nobody guesses: 32 hexadecimal digits. */
export function newAdminToken(): string {
  return randomBytes(16).toString('hex');
}

/**
 * Answers 401 to who does not send `Authorization: Bearer <token>`.
 * @param body what the answer's JSON is, by its message.
 */
export function requireToken(token: string, body: (message: string) => object): MiddlewareHandler {
  const refusal = { message: (c: Context) => c.json(body(NO_TOKEN), 401) };
  return bearerAuth({
    token,
    noAuthenticationHeader: refusal,
    invalidAuthenticationHeader: refusal,
    invalidToken: refusal,
  });
}

/** @param refusal the error that is thrown for a body that is too long, by its message. */
export function limitBody(refusal: (message: string) => Error): MiddlewareHandler {
  return bodyLimit({
    maxSize: LONGEST_BODY_BYTES,
    onError: () => {
      throw refusal(`the body is longer than ${LONGEST_BODY_BYTES / 1024} KiB`);
    },
  });
}

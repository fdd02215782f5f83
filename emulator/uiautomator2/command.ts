import type { Body } from './http/body.ts';
import type { RoutePattern } from './http/router.ts';
import type { ServerCore } from './server-core.ts';
import type { Session } from './session.ts';

/** A request to a route that belongs to a session. */
export interface Command {
  readonly server: ServerCore;
  readonly session: Session;
  /** The path's parameters but the session's id. */
  readonly params: Readonly<Record<string, string>>;
  readonly body: Body;
}

/** A request to a route that needs no session. */
export type SessionlessCommand = Omit<Command, 'session'>;

/** What an answer's `sessionId` says where there is no session. */
export const NO_SESSION_ID = 'None';

/** An answer that names another session than the path. */
export class SessionAnswer {
  readonly sessionId: string;
  readonly value: unknown;

  constructor(sessionId: string, value: unknown) {
    this.sessionId = sessionId;
    this.value = value;
  }
}

/** A route and what it does; the result (nothing: `null`) becomes the answer's `value`. */
export type Route = RoutePattern &
  (
    | { readonly needsSession: true; handle(command: Command): unknown }
    | { readonly needsSession: false; handle(command: SessionlessCommand): unknown }
  );

type Handle = (command: Command) => unknown;

/** `GET /session/:sessionId<path>` */
export function get(path: string, handle: Handle): Route {
  return { method: 'GET', path: `/session/:sessionId${path}`, needsSession: true, handle };
}

/** `POST /session/:sessionId<path>` */
export function post(path: string, handle: Handle): Route {
  return { method: 'POST', path: `/session/:sessionId${path}`, needsSession: true, handle };
}

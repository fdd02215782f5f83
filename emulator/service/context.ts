import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { Clock } from '../android/clock.ts';
import type { AccountStore } from './accounts.ts';
import type { CloudItems } from './cloud-items.ts';
import { ServiceError } from './errors.ts';
import type { Faults } from './faults.ts';
import type { Latencies } from './latencies.ts';
import type { PictureCodes } from './picture-codes.ts';
import type { SmsCodes } from './sms-codes.ts';
import type { SmsDelivery } from './sms-delivery.ts';
import type { ServiceSettings } from './settings.ts';
import type { Submissions } from './submissions.ts';
import type { Tickets } from './tickets.ts';
import type { WebChecks } from './web-checks.ts';

/** What all endpoints of one service share. */
export interface ServiceContext {
  readonly clock: Clock;
  readonly random: () => number;
  readonly accounts: AccountStore;
  readonly cloudItems: CloudItems;
  readonly smsCodes: SmsCodes;
  readonly pictureCodes: PictureCodes;
  readonly webChecks: WebChecks;
  readonly tickets: Tickets;
  readonly faults: Faults;
  readonly smsDelivery: SmsDelivery;
  /** Aborted when the service stops. */
  readonly lifetime: AbortSignal;
  readonly latencies: Latencies;
  readonly submissions: Submissions;
  readonly settings: ServiceSettings;
}

export type ServiceEnv = {
  Bindings: HttpBindings;
  Variables: {
    /** The number (E.164) that a request is about, if it says so. */
    number: string | null;
    /** By it the service judges how old a code is, however long its answer takes. */
    receivedAtMs: number;
  };
};
export type ServiceApp = Hono<ServiceEnv>;

/**
 * The request's JSON object.
 * @throws ServiceError BAD_REQUEST
 */
export async function readBody(c: Context<ServiceEnv>): Promise<Record<string, unknown>> {
  let body: unknown;
  try {
    body = await c.req.json();
  } catch (error) {
    throw new ServiceError('BAD_REQUEST', `the body is not JSON: ${String(error)}`);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ServiceError('BAD_REQUEST', 'the body is not a JSON object');
  }
  return body as Record<string, unknown>;
}

/** @throws ServiceError BAD_REQUEST naming a member that is not among `names` */
export function assertMembers(body: Record<string, unknown>, names: readonly string[]): void {
  const unknown = Object.keys(body).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new ServiceError('BAD_REQUEST', `${unknown}: not known, expected ${names.join(', ')}`);
}

/** @throws ServiceError BAD_REQUEST naming the member */
export function requireString(body: Record<string, unknown>, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw new ServiceError('BAD_REQUEST', `${name}: not a string`);
  return value;
}

/** @throws ServiceError BAD_REQUEST naming the member */
export function requireBoolean(body: Record<string, unknown>, name: string): boolean {
  const value = body[name];
  if (typeof value !== 'boolean') throw new ServiceError('BAD_REQUEST', `${name}: not a boolean`);
  return value;
}

/** @throws ServiceError BAD_REQUEST naming the member */
export function requireNumber(body: Record<string, unknown>, name: string): number {
  const value = body[name];
  if (typeof value !== 'number') throw new ServiceError('BAD_REQUEST', `${name}: not a number`);
  return value;
}

/** @throws ServiceError BAD_REQUEST naming the member */
export function optionalString(body: Record<string, unknown>, name: string): string | undefined {
  return body[name] === undefined ? undefined : requireString(body, name);
}

/** @throws ServiceError BAD_REQUEST naming the member */
export function optionalBoolean(body: Record<string, unknown>, name: string): boolean | undefined {
  return body[name] === undefined ? undefined : requireBoolean(body, name);
}

/** The token of `Authorization: Bearer …`, or an empty string. */
export function bearerToken(c: Context<ServiceEnv>): string {
  return /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
}

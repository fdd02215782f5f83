/** The addresses that the account app calls, by the names that latencies, faults and counts use. */
export const ROUTE_POINTS = [
  'sms-codes',
  'verifications',
  'pictures',
  'picture-answers',
  'web-checks',
  'web-check-answers',
  'sign-in',
  'password-sign-in',
  'sim-accounts',
  'sim-sign-in',
  'account',
  'password-checks',
  'cloud',
  'sync-pull',
  'sync-push',
  'session',
] as const;

export type RoutePoint = (typeof ROUTE_POINTS)[number];

/** What weather can be put on: the app's addresses, and the delivery of the SMS itself. */
export const POINTS = [...ROUTE_POINTS, 'sms-delivery'] as const;

export type Point = (typeof POINTS)[number];

/** Whether that is a point, or `*` for all addresses. */
export function isPointOrAll(value: unknown): value is Point | '*' {
  return value === '*' || POINTS.includes(value as Point);
}

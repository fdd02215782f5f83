import type { RemoteAppium } from './settings.ts';

/**
 * The header by which every request shows who asks; none where the address holds no user. WebdriverIO's
 * own options `user` and `key` add it to the request for a session only, which a proxy does not content
 * itself with.
 */
export function authorization({
  user,
  key = '',
}: Pick<RemoteAppium, 'user' | 'key'>): Record<string, string> {
  if (user === undefined) return {};
  const credentials = Buffer.from(`${user}:${key}`, 'utf8').toString('base64');
  return { Authorization: `Basic ${credentials}` };
}

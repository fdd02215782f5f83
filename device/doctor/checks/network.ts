import type { PhoneCheck } from '../facts.ts';
import { textOf } from '../facts.ts';
import { failed, passed, unknown } from '../result.ts';
import { isAirplane } from './sms.ts';

const CONNECT = 'Connect to Wi-Fi, or turn on mobile data, in the notification shade.';

export const network: PhoneCheck = {
  id: 'network',
  asks: ['connectivity', 'globalSettings'],
  judge(facts) {
    const seen = parseDefaultNetwork(textOf(facts, 'connectivity'));
    if (seen === undefined) return unknown('`dumpsys connectivity` does not tell', CONNECT);
    if (seen === 'none') {
      const airplane = isAirplane(textOf(facts, 'globalSettings'));
      return failed(airplane ? 'none: airplane mode is on' : 'none', CONNECT);
    }
    const { transport, capabilities } = seen;
    if (capabilities === undefined) {
      return unknown(`${transport}; whether it reaches the internet is not told`, CONNECT);
    }
    if (capabilities.has('VALIDATED')) return passed(`${transport} reaches the internet`);
    if (capabilities.has('CAPTIVE_PORTAL')) {
      return failed(`${transport} wants a sign-in`, 'Sign in to the network on the phone.');
    }
    // The phone asks a server of its maker's or of Google's, which a lab may keep away from it.
    return {
      ...failed(
        `${transport}, but the phone does not reach the internet through it`,
        'Try another network; if it is cut off on purpose, see that it lets through account.xiaomi.com.',
      ),
      required: false,
    };
  },
};

export interface DefaultNetwork {
  /** E.g. `WIFI` or `CELLULAR`. */
  readonly transport: string;
  /** NetworkCapabilities, such as `INTERNET` and `VALIDATED`; unset when they are not told. */
  readonly capabilities: ReadonlySet<string> | undefined;
}

/**
 * Parses `dumpsys connectivity`: the number of the network that apps use, and the description of it,
 * `NetworkAgentInfo{… network{100} … nc{[ Transports: WIFI Capabilities: INTERNET&VALIDATED …]} …}`.
 * @see packages/modules/Connectivity, ConnectivityService.dump, NetworkCapabilities.toString
 */
export function parseDefaultNetwork(dump: string): DefaultNetwork | 'none' | undefined {
  const id = /^\s*Active default network: (\w+)/m.exec(dump)?.[1];
  if (id === undefined) return undefined;
  if (!/^\d+$/.test(id)) return 'none';
  const agent = dump
    .split('\n')
    .find((line) => line.includes('NetworkAgentInfo') && line.includes(`network{${id}}`));
  const told = /Transports: ([\w|]+) Capabilities: ([\w&]+)/.exec(agent ?? '');
  return {
    transport: told?.[1]?.replaceAll('|', ' over ') ?? 'connected',
    capabilities: told === null ? undefined : new Set((told[2] ?? '').split('&')),
  };
}

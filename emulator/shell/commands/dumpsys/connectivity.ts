import type { AndroidSystem } from '../../../android/system.ts';
import { type Dump, lines } from './dump.ts';

interface ActiveNetwork {
  readonly netId: number;
  /** As android.net.NetworkInfo names its type and subtype. */
  readonly type: string;
  readonly transport: 'WIFI' | 'CELLULAR';
  readonly link: string;
  readonly capabilities: readonly string[];
  /** What follows the capabilities. */
  readonly details: string;
  readonly isValidated: boolean;
}

/** From these API levels on an agent describes itself anew (Android 12 and 14). */
const SHORT_SDK = 31;
const TIMED_SDK = 34;

/** `dumpsys connectivity` (AOSP ConnectivityService.doDump): the network that apps use. */
export const dumpConnectivity: Dump = ({ system }) => {
  const network = activeNetwork(system);
  const providers =
    system.profile.sdk < SHORT_SDK ? 'Network Factories for:' : 'NetworkProviders for:';
  return lines(
    `${providers} TelephonyNetworkFactory[0] TelephonyNetworkFactory[1] WifiNetworkFactory`,
    '',
    `Active default network: ${network?.netId ?? 'none'}`,
    '',
    'Current Networks:',
    network ? [`  ${describe(network, system)}`] : [],
    '',
    'Restrict background: false',
  );
};

function activeNetwork({ connectivity, properties }: AndroidSystem): ActiveNetwork | undefined {
  const isValidated = connectivity.validated;
  switch (connectivity.active) {
    case 'wifi':
      return {
        netId: 101,
        type: 'WIFI',
        transport: 'WIFI',
        link: '{InterfaceName: wlan0 LinkAddresses: [ 192.168.1.34/24 ] DnsAddresses: [ /192.168.1.1 ] Domains: null MTU: 0 ServerAddress: /192.168.1.1 TcpBufferSizes: 524288,1048576,2097152,262144,524288,1048576 Routes: [ 192.168.1.0/24 -> 0.0.0.0 wlan0 mtu 0,0.0.0.0/0 -> 192.168.1.1 wlan0 mtu 0 ]}',
        capabilities: ['NOT_METERED'],
        details: 'SignalStrength: -52',
        isValidated,
      };
    case 'mobile': {
      const [kind = ''] = properties.get('gsm.network.type').split(',');
      return {
        netId: 102,
        type: `MOBILE[${kind}]`,
        transport: 'CELLULAR',
        link: '{InterfaceName: rmnet_data1 LinkAddresses: [ 10.31.209.250/32 ] DnsAddresses: [ /10.31.0.1 ] Domains: null MTU: 1500 TcpBufferSizes: 2097152,6291456,16777216,512000,2097152,8388608 Routes: [ 0.0.0.0/0 -> 10.31.209.251 rmnet_data1 mtu 1500 ]}',
        capabilities: ['MMS', 'SUPL'],
        details: 'Specifier: <TelephonyNetworkSpecifier [mSubId = 1]>',
        isValidated,
      };
    }
    case undefined:
      return undefined;
  }
}

/** AOSP NetworkAgentInfo.toString */
function describe(network: ActiveNetwork, system: AndroidSystem): string {
  const { netId, type, link, isValidated } = network;
  const { sdk } = system.profile;
  // Network.getNetworkHandle: the id and a magic number.
  const handle = netId * 2 ** 32 + 0xcafed00d;
  if (sdk < SHORT_SDK) {
    const [name, subtype = ''] = type.split(/[[\]]/);
    return `NetworkAgentInfo{ ni{[type: ${name}[${subtype}], state: CONNECTED/CONNECTED, reason: (unspecified), extra: (none), failover: false, available: true, roaming: false]}  network{${netId}}  nethandle{${handle}}  lp{${link}}  nc{${capabilities(network)}}  Score{${isValidated ? 60 : 20}}  everValidated{${isValidated}}  lastValidated{${isValidated}}  created{true} lingering{false} explicitlySelected{false} acceptUnvalidated{false} everCaptivePortalDetected{false} lastCaptivePortalDetected{false} }`;
  }
  return `NetworkAgentInfo{network{${netId}}  handle{${handle}}  ni{${type} CONNECTED extra: } ${score(network, system)}  lp{${link}}  nc{${capabilities(network)}}  factorySerialNumber=5}`;
}

function score(
  { transport, isValidated }: ActiveNetwork,
  { profile, clock, uptimeMs }: AndroidSystem,
) {
  const policies = [
    'TRANSPORT_PRIMARY',
    ...(transport === 'WIFI' ? ['IS_UNMETERED'] : []),
    ...(isValidated ? ['EVER_VALIDATED', 'IS_VALIDATED'] : []),
  ].join('&');
  if (profile.sdk < TIMED_SDK) {
    const validated = isValidated ? 'everValidated lastValidated ' : '';
    return `Score(60 ; KeepConnected : 0 ; Policies : ${policies})  ${validated}created`;
  }
  const created = new Date(clock.now() - uptimeMs).toISOString();
  const validated = isValidated ? ' firstValidated 15462 lastValidated 15462' : '';
  return `created=${created} Score(Policies : ${policies} ; KeepConnected : 0)  created 15311${validated}`;
}

/** android.net.NetworkCapabilities.toString */
function capabilities({
  transport,
  capabilities: own,
  details,
  isValidated,
}: ActiveNetwork): string {
  const all = [
    ...own,
    'INTERNET',
    'NOT_RESTRICTED',
    'TRUSTED',
    'NOT_VPN',
    ...(isValidated ? ['VALIDATED'] : []),
    'NOT_ROAMING',
    'FOREGROUND',
    'NOT_CONGESTED',
    'NOT_SUSPENDED',
  ];
  return `[ Transports: ${transport} Capabilities: ${all.join('&')} LinkUpBandwidth>=12000Kbps LinkDnBandwidth>=60000Kbps ${details}]`;
}

import { type Command, get, post, type Route } from '../command.ts';
import { IllegalArgumentError, InvalidArgumentError } from '../errors.ts';
import type { PhoneServices } from '../phone-services.ts';

/** android.os.BatteryManager.BATTERY_STATUS_… */
const BATTERY_CHARGING = 2;
const BATTERY_DISCHARGING = 3;
const BATTERY_FULL = 5;

const BASE64 = /^(?:[^=]{4})*(?:[^=]{2}(?:==)?|[^=]{3}=?)?$/;

export const deviceRoutes: readonly Route[] = [
  get('/appium/device/info', ({ server }) => deviceInfo(server.phone, server)),
  get('/appium/device/battery_info', ({ server }) => {
    const { levelPercent, charging } = server.phone.power.battery;
    const chargingStatus = levelPercent === 100 ? BATTERY_FULL : BATTERY_CHARGING;
    return {
      level: levelPercent / 100,
      status: charging ? chargingStatus : BATTERY_DISCHARGING,
    };
  }),
  post('/appium/device/get_clipboard', ({ server, body }) => {
    // The real server names the default instead of what was asked for.
    checkContentType(body.string('contentType'), 'PLAINTEXT');
    return Buffer.from(server.phone.clipboard.get(), 'utf8').toString('base64');
  }),
  post('/appium/device/set_clipboard', ({ server, body: request }) => {
    const body = request.as('SetClipboardModel');
    const content = decodeBase64(body.required('content', body.string('content')));
    checkContentType(body.string('contentType'));
    server.phone.clipboard.set(content);
    return null;
  }),
];

function checkContentType(contentType: string | undefined, named = contentType): void {
  if (contentType === undefined || contentType.toUpperCase() === 'PLAINTEXT') return;
  throw new InvalidArgumentError(
    `Only '[PLAINTEXT]' content types are supported. '${named}' is given instead`,
  );
}

/** As android.util.Base64: what is not of the alphabet is skipped, padding may be left out. */
function decodeBase64(text: string): string {
  const digits = text.replace(/[^A-Za-z0-9+/=]/g, '');
  if (!BASE64.test(digits)) throw new IllegalArgumentError('bad base-64');
  return Buffer.from(digits, 'base64').toString('utf8');
}

function deviceInfo(phone: PhoneServices, { tree }: Command['server']) {
  const { properties, profile } = phone;
  const { widthPx, heightPx, densityDpi } = tree.automation.display;
  return {
    androidId: phone.settings.get('secure', 'android_id'),
    manufacturer: properties.get('ro.product.manufacturer'),
    model: properties.get('ro.product.model'),
    brand: properties.get('ro.product.brand'),
    apiVersion: String(profile.sdk),
    platformVersion: profile.androidVersion,
    carrierName: properties.get('gsm.operator.alpha'),
    realDisplaySize: `${widthPx}x${heightPx}`,
    displayDensity: densityDpi,
    networks: networks(phone),
    // java.util.Locale.toString
    locale: phone.locale.replaceAll('-', '_'),
    timeZone: profile.timeZone,
    bluetooth: { state: phone.settings.get('global', 'bluetooth_on') === '1' ? 'ON' : 'OFF' },
  };
}

function networks({ connectivity }: PhoneServices) {
  const { active, validated } = connectivity;
  if (active === undefined) return [];
  return [active === 'wifi' ? network(1, 'WIFI', validated) : network(0, 'MOBILE', validated)];
}

function network(type: number, typeName: 'WIFI' | 'MOBILE', isValidated: boolean) {
  return {
    type,
    typeName,
    subtype: 0,
    subtypeName: '',
    isConnected: true,
    detailedState: 'CONNECTED',
    state: 'CONNECTED',
    extraInfo: null,
    isAvailable: true,
    isFailover: false,
    isRoaming: false,
    capabilities: {
      transportTypes: typeName === 'WIFI' ? 'TRANSPORT_WIFI' : 'TRANSPORT_CELLULAR',
      networkCapabilities: `NET_CAPABILITY_INTERNET${isValidated ? ',NET_CAPABILITY_VALIDATED' : ''}`,
      linkUpstreamBandwidthKbps: 12_000,
      linkDownBandwidthKbps: 60_000,
      signalStrength: null,
      SSID: null,
    },
  };
}

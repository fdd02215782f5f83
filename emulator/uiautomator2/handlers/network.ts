import { type Command, post, type Route } from '../command.ts';
import { InvalidArgumentError, InvalidElementStateError, ServerError } from '../errors.ts';

/** `type` of the request (io.appium.uiautomator2.model.NetworkConnectionEnum). */
const WIFI_ONLY = 2;
const NOT_IMPLEMENTED: ReadonlyMap<number, string> = new Map([
  [0, 'NONE'],
  [1, 'AIRPLANE'],
  [4, 'DATA Only'],
  [6, 'All Network ON'],
]);
/** From here on WifiManager.setWifiEnabled refuses apps, the server among them. */
const APPS_CANNOT_TOGGLE_WIFI_SDK = 29;
const ENABLED = 1;

export const networkRoutes: readonly Route[] = [
  post('/network_connection', (command) => {
    const type = command.body.number('type');
    if (type === undefined) {
      throw new ServerError('java.lang.NullPointerException: type must not be null');
    }
    if (type === WIFI_ONLY) return enableWifi(command);
    const name = NOT_IMPLEMENTED.get(type);
    if (name === undefined)
      throw new InvalidArgumentError(`Invalid Network Connection type: ${type}`);
    throw new ServerError(
      `java.lang.RuntimeException: Setting Network Connection to '${name}' is not implemented`,
    );
  }),
];

function enableWifi({ server: { phone } }: Command): number {
  if (phone.profile.sdk >= APPS_CANNOT_TOGGLE_WIFI_SDK) {
    // Without a space, as the real server says it.
    throw new InvalidElementStateError('Unable to ENABLEWIFI');
  }
  phone.connectivity.wifi = true;
  return ENABLED;
}

import type { BatteryState, PhoneFacts, SimState } from '../../config/found-phone.ts';
import { MI_ACCOUNT_TYPE, type PhoneAccount } from '../accounts.ts';
import { identityOf, localeOf, modelNames, regionOf } from '../properties.ts';
import { systemOf } from '../system.ts';

/**
 * What the answers of a phone say of it.
 * @param properties as `getprop` lists them.
 * @param told what it did not tell is `undefined`.
 */
export function factsOf(
  properties: ReadonlyMap<string, string>,
  told: {
    battery: BatteryState | undefined;
    accounts: readonly PhoneAccount[] | undefined;
  },
): PhoneFacts {
  const { family, version, sdk } = systemOf(properties);
  return {
    ...identityOf(properties),
    modelNames: modelNames(properties),
    family,
    version: family === 'android' ? '' : exactVersion(properties, version),
    android: properties.get('ro.build.version.release') ?? '',
    sdk,
    region: regionOf(properties),
    language: localeOf(properties),
    sims: simStates(properties.get('gsm.sim.state') ?? ''),
    battery: told.battery,
    signedIn: told.accounts?.some(({ type }) => type === MI_ACCOUNT_TYPE),
  };
}

/** Stable builds begin with their version: `V13.0.5.0.SKUMIXM`, `OS3.0.5.0.WNRMIXM`; others do not. */
function exactVersion(properties: ReadonlyMap<string, string>, known: number): string {
  const build = properties.get('ro.build.version.incremental') ?? '';
  const [, exact] = /^(?:V|OS)(\d+(?:\.\d+)*)/.exec(build) ?? [];
  return exact !== undefined && Number.parseInt(exact, 10) === Math.trunc(known)
    ? exact
    : String(known);
}

/** `READY,ABSENT`: by slot. */
function simStates(text: string): SimState[] {
  if (text === '') return [];
  return text.split(',').map((state, index) => ({ slot: index + 1, state: state.trim() }));
}

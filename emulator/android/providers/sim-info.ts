import type { SimCard } from '../sim-cards.ts';
import { SecurityException } from '../shell-identity.ts';
import { queryRows, type QueryOptions, type QueryResult } from './query.ts';
import { UnknownUriError } from './sms-provider.ts';

type Cell = string | number | null;

/** From this API level on nobody but the phone app reads the table (Android 13). */
const CLOSED_SDK = 33;
/** Where the columns of Android 10 to 12 begin. */
const ANDROID_10_SDK = 29;

/** The columns of Android 9, with what a card has in them. */
const COLUMNS: readonly (readonly [name: string, value: (sim: SimCard) => Cell])[] = [
  ['_id', ({ subId }) => subId],
  ['icc_id', ({ iccId }) => iccId],
  ['sim_id', ({ slot }) => slot],
  ['display_name', ({ operator }) => operator.name],
  ['carrier_name', ({ operator }) => operator.name],
  ['name_source', () => 0],
  ['color', () => -16_746_133],
  ['number', ({ number }) => number],
  ['display_number_format', () => 1],
  ['data_roaming', () => 0],
  ['mcc', ({ operator }) => Number(operator.mcc)],
  ['mnc', ({ operator }) => Number(operator.mnc)],
  ['sim_provisioning_status', () => 0],
  ['is_embedded', () => 0],
  ['card_id', ({ iccId }) => iccId],
  ['access_rules', () => null],
  ['is_removable', () => 0],
  ['enable_cmas_extreme_threat_alerts', () => 1],
  ['enable_cmas_severe_threat_alerts', () => 1],
  ['enable_cmas_amber_alerts', () => 1],
  ['enable_emergency_alerts', () => 1],
  ['alert_sound_duration', () => 4],
  ['alert_reminder_interval', () => 0],
  ['enable_alert_vibrate', () => 1],
  ['enable_alert_speech', () => 1],
  ['enable_etws_test_alerts', () => 0],
  ['enable_channel_50_alerts', () => 1],
  ['enable_cmas_test_alerts', () => 0],
  ['show_cmas_opt_out_dialog', () => 1],
  ['volte_vt_enabled', () => -1],
  ['vt_ims_enabled', () => -1],
  ['wfc_ims_enabled', () => -1],
  ['wfc_ims_mode', () => -1],
  ['wfc_ims_roaming_mode', () => -1],
  ['wfc_ims_roaming_enabled', () => -1],
];

/** Those that came between Android 10 and 12. */
const LATER_COLUMNS: typeof COLUMNS = [
  ['mcc_string', ({ operator }) => operator.mcc],
  ['mnc_string', ({ operator }) => operator.mnc],
  ['ehplmns', () => null],
  ['hplmns', () => null],
  ['access_rules_from_carrier_configs', () => null],
  ['is_opportunistic', () => 0],
  ['group_uuid', () => null],
  ['is_metered', () => 1],
  ['iso_country_code', ({ operator }) => operator.country],
  ['carrier_id', () => 1],
  ['profile_class', () => -1],
  ['subscription_type', () => 0],
  ['group_owner', () => null],
  ['imsi', ({ operator, number }) => operator.mcc + operator.mnc + number.slice(-10)],
  ['uicc_applications_enabled', () => 1],
  ['allowed_network_types', () => -1],
];

/**
 * What the shell sees of `content://telephony/siminfo` (AOSP TelephonyProvider): a row for each SIM
 * card up to Android 12, nothing since.
 * @throws SecurityException; UnknownUriError; SqlSyntaxError for a bad clause.
 */
export function querySimInfo(
  sims: readonly SimCard[],
  sdk: number,
  uri: string,
  options: QueryOptions,
): QueryResult {
  const path = /^content:\/\/telephony\/([^?]*)/.exec(uri)?.[1] ?? '';
  if (path === 'carriers') throw new SecurityException('No permission to access APN settings');
  if (path !== 'siminfo') throw new UnknownUriError(`Unknown URL ${uri}`);
  if (sdk >= CLOSED_SDK) {
    throw new SecurityException('Access SIMINFO table from not phone/system UID');
  }
  const columns = sdk < ANDROID_10_SDK ? COLUMNS : [...COLUMNS, ...LATER_COLUMNS];
  const rows = sims.map((sim) =>
    Object.fromEntries(columns.map(([name, value]) => [name, value(sim)])),
  );
  return queryRows(
    rows,
    columns.map(([name]) => name),
    options,
  );
}

import { SecurityException } from '../shell-identity.ts';
import type { AndroidSystem } from '../system.ts';
import type { Row } from '../providers/where.ts';
import { APPIUM_SETTINGS_PACKAGE } from './package.ts';

const READ_SMS = 'android.permission.READ_SMS';
const DEFAULT_MAX_MESSAGES = 100;

/** Columns of the inbox, by what the helper calls them. */
const MEMBERS: Readonly<Record<string, string>> = {
  id: '_id',
  address: 'address',
  person: 'person',
  date: 'date',
  read: 'read',
  status: 'status',
  type: 'type',
  subject: 'subject',
  body: 'body',
  serviceCenter: 'service_center',
};

/**
 * What the helper's SmsReader answers: the newest messages of the inbox.
 * Source: io.appium.settings, receivers/SmsReader.java
 * @param max how many, as the intent's extra has it
 * @throws SecurityException if the helper may not read messages
 */
export function readMessages(system: AndroidSystem, max: unknown): object {
  const limit = typeof max === 'string' && /^-?\d+$/.test(max) ? Number(max) : DEFAULT_MAX_MESSAGES;
  const rows = inbox(system);
  return {
    // The real one looks at the limit after each message, and so always has the first.
    items: rows.slice(0, Math.max(1, limit)).map(describe),
    total: rows.length,
  };
}

function inbox(system: AndroidSystem): readonly Row[] {
  const helper = system.packages.get(APPIUM_SETTINGS_PACKAGE);
  const mode = helper?.appOps.get('READ_SMS');
  if (!helper?.grantedPermissions.has(READ_SMS) || mode === 'deny') {
    throw new SecurityException(
      `Permission Denial: reading com.android.providers.telephony.SmsProvider uri content://sms/inbox from pid=${system.processes.find(APPIUM_SETTINGS_PACKAGE)?.pid ?? 0}, uid=${helper?.uid ?? 0} requires ${READ_SMS}, or grantUriPermission()`,
    );
  }
  // An operation that is ignored reads nothing, without being told (AOSP ContentProvider.query).
  if (mode === 'ignore') return [];
  const seesServices = system.miuiAppOps.mode(helper, 'notificationSms') === 'allow';
  return system.sms.query('content://sms/inbox', {}, seesServices).rows;
}

/** Every column as Cursor.getString has it. */
function describe(row: Row): object {
  const members = Object.entries(MEMBERS).map(([member, column]) => {
    const value = row[column] ?? null;
    return [member, value === null ? null : String(value)];
  });
  return Object.fromEntries(members) as object;
}

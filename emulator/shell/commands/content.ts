import { CONTACTS_AUTHORITY } from '../../android/providers/contacts-provider.ts';
import { NOTES_AUTHORITY } from '../../android/providers/notes-provider.ts';
import type { QueryOptions, QueryResult } from '../../android/providers/query.ts';
import { queryRows } from '../../android/providers/query.ts';
import { querySimInfo } from '../../android/providers/sim-info.ts';
import { UnknownUriError } from '../../android/providers/sms-provider.ts';
import { SqlSyntaxError } from '../../android/providers/where.ts';
import { SETTINGS_NAMESPACES, type SettingsNamespace } from '../../android/settings-provider.ts';
import { SecurityException, shellHasPermission } from '../../android/shell-identity.ts';
import type { AndroidSystem } from '../../android/system.ts';
import type { CommandOutput, ShellCommand } from '../command.ts';
import { settingsRefusal } from '../settings-permission.ts';

const SETTINGS_COLUMNS = ['_id', 'name', 'value', 'is_preserved_in_restore'];

const ARGUMENTS: ReadonlySet<string> = new Set([
  '--uri',
  '--user',
  '--projection',
  '--where',
  '--sort',
  '--bind',
  '--extra',
]);
const USAGE =
  'usage: adb shell content [subcommand] [options]\n\nusage: adb shell content query --uri <URI> [--user <USER_ID>] [--projection <PROJECTION>] [--where <WHERE>] [--sort <SORT_ORDER>]\n';

interface Request {
  readonly uri: string;
  readonly query: QueryOptions;
  /** `--bind name:type:value` */
  readonly values: ReadonlyMap<string, string>;
}

/** `content query|insert|delete --uri URI …` (AOSP frameworks/base/cmds/content). */
export const content: ShellCommand = {
  name: 'content',
  run({ system, args }) {
    const [verb = '', ...rest] = args;
    let request: Request;
    try {
      request = parseRequest(verb, rest);
    } catch (error) {
      if (!(error instanceof ArgumentError)) throw error;
      return { stdout: `${USAGE}\n[ERROR] ${error.message}\n` };
    }
    const provider = /^content:\/\/([^/?]+)/.exec(request.uri)?.[1] ?? '';
    try {
      if (verb === 'query') return print(query(system, provider, request));
      return change(system, provider, verb, request);
    } catch (error) {
      const exception = exceptionOf(error);
      if (exception === undefined) throw error;
      return {
        stderr: `Error while accessing provider:${provider}\n${exception}\n\tat android.database.DatabaseUtils.readExceptionFromParcel(DatabaseUtils.java:172)\n\tat com.android.commands.content.Content.main(Content.java:735)\n`,
      };
    }
  },
};

/** A command line that is told, as is how it should be, on standard output with exit code 0. */
class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

/** There is no provider of that name. */
class UnknownProviderError extends Error {
  override readonly name = 'UnknownProviderError';
}

/** @throws ArgumentError in the words of AOSP's Content.Parser */
function parseRequest(verb: string, args: readonly string[]): Request {
  if (!['query', 'insert', 'delete'].includes(verb)) {
    throw new ArgumentError(`Unsupported operation: ${verb || 'null'}`);
  }
  const words = [...args];
  const values = new Map<string, string>();
  const query: { -readonly [K in keyof QueryOptions]: QueryOptions[K] } = {};
  let uri: string | undefined;
  while (words.length > 0) {
    const option = words.shift() ?? '';
    if (!ARGUMENTS.has(option)) throw new ArgumentError(`Unsupported argument: ${option}`);
    const value = words.shift();
    if (value === undefined || value === '' || value.startsWith('--')) {
      throw new ArgumentError(`No value for argument: ${option}`);
    }
    if (option === '--uri') uri = value;
    else if (option === '--projection') query.projection = value.split(/\s*:\s*/);
    else if (option === '--where') query.where = value;
    else if (option === '--sort') query.sort = value;
    else if (option === '--bind') {
      const [name = '', , text = ''] = value.split(/:([a-z]):/s);
      values.set(name, text);
    }
  }
  if (uri === undefined) {
    throw new ArgumentError('Content provider URI not specified. Did you specify --uri argument?');
  }
  return { uri, query, values };
}

function query(system: AndroidSystem, provider: string, { uri, query }: Request): QueryResult {
  if (provider === 'sms') return system.sms.query(uri, query);
  if (provider === CONTACTS_AUTHORITY || provider === 'contacts') {
    return contacts(system, uri, query);
  }
  if (provider === NOTES_AUTHORITY) return system.notes.query(uri, query);
  if (provider === 'telephony') {
    return querySimInfo(system.telephony.sims, system.profile.sdk, uri, query);
  }
  if (provider !== 'settings') throw new UnknownProviderError(provider);
  const rows = system.settings.entries(namespaceOf(uri)).map(([name, value], index) => ({
    _id: index + 1,
    name,
    value,
    is_preserved_in_restore: null,
  }));
  return queryRows(rows, SETTINGS_COLUMNS, query);
}

/** @throws SecurityException if the shell may not read the address book */
function contacts(system: AndroidSystem, uri: string, query: QueryOptions): QueryResult {
  if (!shellHasPermission(system, 'READ_CONTACTS')) {
    throw new SecurityException(
      `Permission Denial: reading com.android.providers.contacts.ContactsProvider2 uri ${uri} from pid=4021, uid=2000 requires android.permission.READ_CONTACTS, or grantUriPermission()`,
    );
  }
  return system.contacts.query(uri, query);
}

function change(
  system: AndroidSystem,
  provider: string,
  verb: string,
  { uri, query, values }: Request,
): CommandOutput {
  // Only the default SMS app may write messages: the provider drops the shell's changes.
  if (provider === 'sms') return {};
  if (provider !== 'settings') throw new UnknownProviderError(provider);
  const namespace = namespaceOf(uri);
  const refusal = settingsRefusal(system, namespace);
  if (refusal !== undefined) throw new SecurityException(refusal);
  if (verb === 'insert') {
    const name = values.get('name');
    if (name !== undefined) system.settings.put(namespace, name, values.get('value') ?? '');
    return {};
  }
  const name = /\bname\s*=\s*['"]([^'"]*)['"]/.exec(query.where ?? '')?.[1];
  if (name !== undefined) system.settings.delete(namespace, name);
  return {};
}

function namespaceOf(uri: string): SettingsNamespace {
  const path = /^content:\/\/settings\/([^/?]+)/.exec(uri)?.[1];
  const namespace = SETTINGS_NAMESPACES.find((name) => name === path);
  if (!namespace) throw new UnknownUriError(`Invalid URI: ${uri}`);
  return namespace;
}

function print({ columns, rows }: QueryResult): CommandOutput {
  if (rows.length === 0) return { stdout: 'No result found.\n' };
  const lines = rows.map((row, index) => {
    const cells = columns.map((column) => `${column}=${row[column] ?? 'NULL'}`);
    return `Row: ${index} ${cells.join(', ')}\n`;
  });
  return { stdout: lines.join('') };
}

function exceptionOf(error: unknown): string | undefined {
  if (error instanceof SqlSyntaxError) {
    return `android.database.sqlite.SQLiteException: ${error.message}`;
  }
  if (error instanceof UnknownUriError) {
    return `java.lang.IllegalArgumentException: ${error.message}`;
  }
  if (error instanceof SecurityException) return String(error);
  if (error instanceof UnknownProviderError) {
    return `java.lang.IllegalStateException: Could not find provider: ${error.message}`;
  }
  return undefined;
}

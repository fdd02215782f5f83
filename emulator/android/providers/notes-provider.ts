import { queryRows, type QueryOptions, type QueryResult } from './query.ts';
import { UnknownUriError } from './sms-provider.ts';
import { SyncedTable } from './synced-table.ts';

export interface Note {
  /** May be empty. */
  readonly title: string;
  readonly text: string;
}

/** Of the provider, and of its syncs. */
export const NOTES_AUTHORITY = 'notes';

/** miui.provider.Notes.NoteColumns, of MIUI 5's framework. */
const COLUMNS = [
  '_id',
  'parent_id',
  'alert_date',
  'bg_color_id',
  'created_date',
  'has_attachment',
  'modified_date',
  'notes_count',
  'snippet',
  'type',
  'widget_id',
  'widget_type',
  'sync_id',
  'local_modified',
  'origin_parent_id',
  'gtask_id',
  'version',
  'sync_tag',
  'account_id',
  'subject',
  'stick_date',
];

/** The provider behind `content://notes` (miui.provider.Notes). */
export class NotesProvider extends SyncedTable<Note> {
  /**
   * What another than the notes app sees. That the shell may read it at all is a guess.
   * @throws UnknownUriError for any but `content://notes/note`; SqlSyntaxError for a bad clause.
   */
  query(uri: string, options: QueryOptions = {}): QueryResult {
    if (!/^content:\/\/notes\/note$/.test(uri)) throw new UnknownUriError(`Unknown URI ${uri}`);
    const rows = this.rows.map((row) => ({
      _id: row.id,
      parent_id: 0,
      alert_date: 0,
      bg_color_id: 0,
      created_date: row.createdMs,
      has_attachment: 0,
      modified_date: row.modifiedMs,
      notes_count: 0,
      snippet: row.value.text,
      type: 0,
      widget_id: 0,
      widget_type: -1,
      sync_id: row.account === null ? 0 : row.uid,
      local_modified: row.dirty ? 1 : 0,
      origin_parent_id: 0,
      gtask_id: null,
      version: row.version,
      sync_tag: null,
      account_id: row.account,
      subject: row.value.title,
      stick_date: 0,
    }));
    return queryRows(rows, COLUMNS, options);
  }
}

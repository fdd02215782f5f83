/** @jsxImportSource #ui */
import type { Intent } from '../../android/activity.ts';
import { NOTES_AUTHORITY, type Note } from '../../android/providers/notes-provider.ts';
import type { SyncedRow } from '../../android/providers/synced-table.ts';
import type { AndroidSystem } from '../../android/system.ts';
import { EmptyText } from '../../ui/components/empty-text.tsx';
import { FloatingButton } from '../../ui/components/floating-button.tsx';
import { Card, Page, PageHeader } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { timeOfDayFormat } from '../../ui/time-of-day.ts';
import { LinearLayout, RecyclerView, TextView } from '../../ui/widgets.tsx';
import { SyncedDataActivity } from '../synced-data-activity.ts';
import { NOTE_EDITOR, NOTES_PACKAGE, notesId } from './ids.ts';

/** All notes, the one changed last on top. Its list's ids, and those of a note in it, are a guess. */
export class NotesListActivity extends SyncedDataActivity {
  constructor(system: AndroidSystem, intent: Intent) {
    const source = { table: system.notes, authority: NOTES_AUTHORITY };
    super(system, NOTES_PACKAGE, intent, source);
  }

  override render(): UiNode {
    const { strings } = this;
    const notes = [...this.system.notes.rows].sort((a, b) => b.modifiedMs - a.modifiedMs);
    return (
      <Page>
        <PageHeader title={strings.cloud_item_notes} />
        {notes.length === 0 ? (
          <EmptyText text={strings.notes_empty} />
        ) : (
          <RecyclerView id={notesId('recycler_view')}>
            {notes.map((note) => this.#note(note))}
          </RecyclerView>
        )}
        <FloatingButton
          id={notesId('content_add')}
          icon="plus"
          desc={strings.notes_add}
          onClick={() => this.startActivity({ component: NOTE_EDITOR })}
        />
      </Page>
    );
  }

  #note({ id, value, modifiedMs }: SyncedRow<Note>): UiNode {
    const { locale, profile } = this.system;
    const { row } = theme();
    const [title = '', preview] = [value.title, value.text].filter((text) => text !== '');
    return (
      <Card key={id}>
        <LinearLayout
          onClick={() => this.startActivity({ component: NOTE_EDITOR, extras: { id } })}
          style={{
            gap: 4,
            paddingHorizontal: row.paddingHorizontal,
            paddingVertical: row.paddingVertical,
          }}
        >
          <TextView
            id={notesId('title')}
            text={title}
            style={{
              textSize: row.titleSize,
              fontWeight: row.titleWeight,
              maxLines: 1,
              ellipsize: 'end',
            }}
          />
          {preview === undefined ? null : (
            <TextView
              id={notesId('preview')}
              text={preview}
              style={{
                textSize: row.summarySize,
                color: COLORS.textBody,
                maxLines: 2,
                ellipsize: 'end',
              }}
            />
          )}
          <TextView
            id={notesId('time')}
            text={timeOfDayFormat(locale, profile.timeZone).format(modifiedMs)}
            style={{ textSize: 12, color: COLORS.textSecondary }}
          />
        </LinearLayout>
      </Card>
    );
  }
}

/** @jsxImportSource #ui */
import { Activity, type Intent } from '../../android/activity.ts';
import type { Note } from '../../android/providers/notes-provider.ts';
import type { AndroidSystem } from '../../android/system.ts';
import { AppBar, Page } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { EditText, ImageView } from '../../ui/widgets.tsx';
import { stringsFor, type Strings } from '../strings/index.ts';
import { NOTES_PACKAGE, notesId } from './ids.ts';

/** A note that is written. It is kept when the person is done, or leaves. */
export class NoteEditorActivity extends Activity {
  readonly #strings: Strings;
  #id: number | undefined;
  #note: Note = { title: '', text: '' };

  constructor(system: AndroidSystem, intent: Intent) {
    super(system, NOTES_PACKAGE, intent);
    this.#strings = stringsFor(system);
    const { id } = intent.extras ?? {};
    const row = typeof id === 'number' ? system.notes.get(id) : undefined;
    if (!row) return;
    this.#id = row.id;
    this.#note = row.value;
  }

  override onPause(): void {
    this.#keep();
  }

  override render(): UiNode {
    const margin = { marginHorizontal: theme().textMargin };
    const { title, text } = this.#note;
    return (
      <Page style={{ background: COLORS.card }}>
        <AppBar
          backId={notesId('home')}
          backLabel={this.#strings.notes_back}
          onBack={() => this.finish()}
          end={
            <ImageView
              id={notesId('done')}
              icon="check"
              desc={this.#strings.notes_done}
              onClick={() => this.#done()}
              style={{ width: 40, height: 40, padding: 7, color: COLORS.text }}
            />
          }
        />
        <EditText
          id={notesId('note_title')}
          text={title}
          hint={this.#strings.notes_title_hint}
          onTextChange={(changed) => this.#change({ title: changed })}
          style={{ ...margin, textSize: 24, minHeight: 48 }}
        />
        <EditText
          id={notesId('rich_editor')}
          text={text}
          hint={this.#strings.notes_text_hint}
          input={{ kind: 'text', autoFocus: this.#id === undefined }}
          onTextChange={(changed) => this.#change({ text: changed })}
          style={{ ...margin, textSize: 17, minHeight: 240 }}
        />
      </Page>
    );
  }

  #change(part: Partial<Note>): void {
    this.#note = { ...this.#note, ...part };
    this.invalidate();
  }

  #done(): void {
    this.#keep();
    this.host.hideKeyboard();
  }

  /** An empty note is none. */
  #keep(): void {
    const { notes } = this.system;
    const kept = this.#id === undefined ? undefined : notes.get(this.#id)?.value;
    const { title, text } = this.#note;
    if (title === (kept?.title ?? '') && text === (kept?.text ?? '')) return;
    if (this.#id === undefined) this.#id = notes.insert(this.#note).id;
    else notes.update(this.#id, this.#note);
  }
}

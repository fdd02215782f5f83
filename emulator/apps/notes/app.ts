import type { AppDefinition } from '../../android/activity.ts';
import { stringsFor } from '../strings/index.ts';
import { NOTE_EDITOR, NOTES_LIST, NOTES_PACKAGE } from './ids.ts';
import { NoteEditorActivity } from './note-editor-activity.tsx';
import { NotesListActivity } from './notes-list-activity.tsx';

/** Xiaomi's notes: a list, and a page to write one. */
export const notesApp: AppDefinition = {
  packageName: NOTES_PACKAGE,
  label: 'Notes',
  shownLabel: (system) => stringsFor(system).cloud_item_notes,
  versionName: '7.3.2',
  versionCode: 732,
  uid: 10124,
  permissions: ['android.permission.INTERNET'],
  activities: [
    {
      className: NOTES_LIST.className,
      exported: true,
      launchMode: 'singleTask',
      actions: ['android.intent.action.MAIN'],
      categories: ['android.intent.category.LAUNCHER'],
      create: (system, intent) => new NotesListActivity(system, intent),
    },
    {
      className: NOTE_EDITOR.className,
      exported: false,
      create: (system, intent) => new NoteEditorActivity(system, intent),
    },
  ],
};

export const NOTES_PACKAGE = 'com.miui.notes';

/** The way into the app. */
export const NOTES_LIST = {
  packageName: NOTES_PACKAGE,
  className: `${NOTES_PACKAGE}.ui.NotesListActivity`,
} as const;

/** One note, named by the extra `id`; a new one without. Its class is ours. */
export const NOTE_EDITOR = {
  packageName: NOTES_PACKAGE,
  className: `${NOTES_PACKAGE}.ui.NotesEditActivity`,
} as const;

/** Full resource name of a view of the notes app. */
export function notesId(name: string): string {
  return `${NOTES_PACKAGE}:id/${name}`;
}

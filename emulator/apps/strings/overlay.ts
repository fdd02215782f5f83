/**
 * Texts of a language that came after the tables: a file of its own, which may lack some. The whole of
 * it is our own wording. What it lacks is English on the phone, as Android falls back to the strings that
 * no translation has.
 */
export type OverlayOf<Table> = Readonly<Partial<Record<keyof Table, string>>>;

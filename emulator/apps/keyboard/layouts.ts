/** What a key does. */
export type KeyAction = 'shift' | 'delete' | 'action' | 'symbols' | 'letters' | 'space' | 'hide';

export interface KeySpec {
  /** What is typed, or what the key does. */
  readonly key: string | { readonly action: KeyAction };
  /** Width as a multiple of a letter's. */
  readonly width?: number;
}

export type KeyboardLayout = readonly (readonly KeySpec[])[];

const keys = (characters: string): KeySpec[] => [...characters].map((key) => ({ key }));
const action = (name: KeyAction, width = 1): KeySpec => ({ key: { action: name }, width });

const LAST_ROW_REST: readonly KeySpec[] = [
  { key: ',' },
  action('space', 5),
  { key: '.' },
  action('action', 1.5),
];

export const LETTERS: KeyboardLayout = [
  keys('qwertyuiop'),
  keys('asdfghjkl'),
  [action('shift', 1.5), ...keys('zxcvbnm'), action('delete', 1.5)],
  [action('symbols', 1.5), ...LAST_ROW_REST],
];

export const LETTERS_AND_DIGITS: KeyboardLayout = [keys('1234567890'), ...LETTERS];

export const SYMBOLS: KeyboardLayout = [
  keys('1234567890'),
  keys('@#$_&-+()/'),
  [{ key: '=', width: 1.5 }, ...keys(`*"':;!?`), action('delete', 1.5)],
  [action('letters', 1.5), ...LAST_ROW_REST],
];

export const NUMBERS: KeyboardLayout = [
  [...keys('123'), action('delete')],
  [...keys('456'), { key: '-' }],
  [...keys('789'), { key: ' ' }],
  [{ key: ',' }, { key: '0' }, { key: '.' }, action('action')],
];

export const PHONE: KeyboardLayout = [
  [...keys('123'), action('delete')],
  [...keys('456'), { key: '-' }],
  [...keys('789'), { key: '+' }],
  [{ key: '*' }, { key: '0' }, { key: '#' }, action('action')],
];

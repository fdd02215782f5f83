import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../../config/languages.ts';
import { byText } from '../../pageobjects/locators.ts';
import { strings, TABLES, type StringName } from '../../pageobjects/strings/table.ts';

const NAMES = Object.keys(TABLES.en) as StringName[];
/** What the rows of Settings and the buttons say; the rest are messages. */
const LABELS = new Set<StringName>([
  'accountRow',
  'signInRow',
  'accountRowSignedIn',
  'agree',
  'cloudAgree',
  'findDevice',
  'cloudSync',
  'useCloud',
  'doWithoutCloud',
  'privacyPolicy',
  'userAgreement',
  'xiaomiCloud',
  'accountsAndSync',
  'syncData',
  'signOut',
  'keepSyncedData',
  'removeSyncedData',
]);

for (const language of LANGUAGES) {
  test(`${language} has a wording for every meaning`, () => {
    assert.deepEqual(
      NAMES.filter((name) => TABLES[language][name].length === 0),
      [],
    );
  });
}

test('every language is among the alternatives', () => {
  for (const table of Object.values(TABLES)) {
    for (const name of NAMES) {
      for (const text of table[name]) assert.ok(strings[name].includes(text), text);
    }
  }
});

test('no text means two things in two languages, but for the wrong code of Chinese', () => {
  const meanings = new Map<string, Set<StringName>>();
  for (const name of NAMES.filter((candidate) => !LABELS.has(candidate))) {
    for (const text of strings[name]) {
      meanings.set(text, (meanings.get(text) ?? new Set()).add(name));
    }
  }
  const ambiguous = [...meanings].filter(([, names]) => names.size > 1);
  assert.deepEqual(
    ambiguous.map(([text, names]) => [text, ...names]),
    [
      ['验证码错误', 'wrongSmsCode', 'wrongCode'],
      ['驗證碼錯誤', 'wrongSmsCode', 'wrongCode'],
    ],
  );
});

test('no title of the account row is the sign of another of its states', () => {
  const titles = [...strings.accountRow, ...strings.signInRow, ...strings.accountRowSignedIn];
  assert.equal(new Set(titles).size, titles.length);
});

test('a selector with every wording of every language stays small', () => {
  const longest = Math.max(...NAMES.map((name) => byText(strings[name]).length));
  assert.ok(longest < 1_000, String(longest));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseWhere, SqlSyntaxError } from '../../../emulator/android/providers/where.ts';

const COLUMNS = new Set(['_id', 'address', 'body', 'read', 'person']);
const ROW = { _id: 7, address: '+12015550123', body: "it's 50% off", read: 0, person: null };

for (const clause of [
  '_id = 7',
  '_id=7 AND read=0',
  'read = 1 OR _id >= 7',
  'NOT read = 1',
  '(read = 1 OR _id = 7) AND address IS NOT NULL',
  "address LIKE '+1201%'",
  "body LIKE '%50_ OFF'",
  "body = 'it''s 50% off'",
  '_id IN (1, 7)',
  '_id NOT IN (1, 2)',
  '_id BETWEEN 5 AND 9',
  'person IS NULL',
  '"address" = \'+12015550123\'',
  '_id <> 8',
  '_id',
]) {
  test(`${clause} holds`, () => {
    assert.equal(parseWhere(clause, COLUMNS)(ROW), true);
  });
}

for (const clause of [
  '_id != 7',
  'person = 1',
  'person <> 1',
  "address NOT LIKE '+1%'",
  '_id NOT BETWEEN 5 AND 9',
  'read',
]) {
  test(`${clause} does not hold`, () => {
    assert.equal(parseWhere(clause, COLUMNS)(ROW), false);
  });
}

for (const [clause, message] of [
  ['nope = 1', 'no such column: nope (code 1 SQLITE_ERROR)'],
  ['_id =', 'incomplete input (code 1 SQLITE_ERROR)'],
  ['_id = 1 2', 'near "2": syntax error (code 1 SQLITE_ERROR)'],
  ['(_id = 1', 'near ")": syntax error (code 1 SQLITE_ERROR)'],
  ['_id ; 1', 'near ";": syntax error (code 1 SQLITE_ERROR)'],
] as const) {
  test(`${clause} is refused`, () => {
    assert.throws(() => parseWhere(clause, COLUMNS), new SqlSyntaxError(message));
  });
}

test('any text is found by its own quoted form', () => {
  fc.assert(
    fc.property(fc.string(), (body) => {
      const clause = `body = '${body.replaceAll("'", "''")}'`;
      assert.equal(parseWhere(clause, COLUMNS)({ ...ROW, body }), true);
    }),
  );
});

test('any clause is either parsed or refused as a syntax error', () => {
  const words = fc.constantFrom(
    '_id',
    'body',
    '=',
    '<',
    '(',
    ')',
    'AND',
    'OR',
    'NOT',
    "'x'",
    '1',
    'LIKE',
    'IN',
    ',',
    'IS',
    'NULL',
  );
  fc.assert(
    fc.property(fc.array(words), (clause) => {
      try {
        assert.equal(typeof parseWhere(clause.join(' '), COLUMNS)(ROW), 'boolean');
      } catch (error) {
        assert.ok(error instanceof SqlSyntaxError);
      }
    }),
  );
});

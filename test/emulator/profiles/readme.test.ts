import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { defaultProfile, profiles } from '../../../emulator/profiles/index.ts';

const README = 'emulator/README.md';

/** Rows of the table of phones, by cell. */
const rows = (/\n## Phones\n\n([^]*?)\n\n/.exec(readFileSync(README, 'utf8'))?.[1] ?? '')
  .split('\n')
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('the README has a row for each phone, in their order', () => {
  assert.deepEqual(
    rows.map(([, id]) => id),
    profiles.map(({ id }) => `\`${id}\``),
  );
});

for (const [index, profile] of profiles.entries()) {
  const { id, name, androidVersion, generation, spelling, display } = profile;

  test(`the README tells of ${id} what its profile says`, () => {
    const [, , phone = '', app, screen = ''] = rows[index] ?? [];
    assert.ok(phone.startsWith(`${name}, `), phone);
    assert.ok(phone.includes(`, Android ${androidVersion}`), phone);
    assert.equal(phone.includes('says _Mi Account_'), spelling === 'mi', phone);
    assert.equal(phone.includes('(the default)'), profile === defaultProfile, phone);
    assert.equal(app, generation);
    assert.ok(screen.startsWith(`${display.widthPx}×${display.heightPx},`), screen);
  });
}

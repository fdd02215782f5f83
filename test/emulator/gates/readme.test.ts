import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it, test } from 'node:test';
import { format, resolveConfig } from 'prettier';
import { GATES } from '../../../emulator/android/gates/table.ts';

const README = 'emulator/README.md';
const PITFALLS = 'test/emulator/pitfalls/';

const readme = readFileSync(README, 'utf8');

/** What stands between `<!-- name -->` and `<!-- /name -->`. */
function section(name: string): string {
  const text = RegExp(`<!-- ${name} -->\n([^]*?)<!-- /${name} -->`).exec(readme)?.[1];
  assert.ok(text !== undefined, `${README} has no section ${name}`);
  return text.trim();
}

/** The table of gates as the README should have it. */
function gateTable(): Promise<string> {
  const rows = GATES.map(
    ({ name, values, default: initial, help }) =>
      `| \`--${name}\` | ${values.map((value) => `\`${value}\``).join(', ')} | \`${initial}\` | ${help} |`,
  );
  const table = ['| gate | values | default | |', '| --- | --- | --- | --- |', ...rows].join('\n');
  return resolveConfig(README).then((options) => format(table, { ...options, parser: 'markdown' }));
}

test('the README has the table of gates', async () => {
  assert.equal(section('gates'), (await gateTable()).trim());
});

describe('the table of pitfalls', () => {
  const rows = section('pitfalls')
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()));

  for (const [, symptom = '', gate = '', seen = ''] of rows) {
    it(`${symptom}: its gate and its test exist`, () => {
      if (gate !== '—') assert.ok(GATES.some(({ name }) => `\`${name}\`` === gate));
      const [, file = '', title = ''] = /^`(.+?)`: (.+)$/.exec(seen) ?? [];
      assert.ok(readFileSync(PITFALLS + file, 'utf8').includes(`test('${title}'`), title);
    });
  }

  it('has a row for every gate', () => {
    const missing = GATES.filter(({ name }) => !rows.some((cells) => cells[2] === `\`${name}\``));
    assert.deepEqual(missing, []);
  });
});

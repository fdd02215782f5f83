import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readInventory } from '../../config/inventory.ts';

function read(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'inventory-'));
  const path = join(folder, 'phones.json');
  writeFileSync(path, text);
  try {
    return readInventory(path, 'MI_INVENTORY');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('numbers are kept in E.164', () => {
  const { inventory } = read(
    '{"phones":[{"serial":"a","sims":[{"slot":1,"number":"+49 171 3920012"}]}]}',
  );
  assert.equal(inventory.phones[0]?.sims[0]?.number, '+491713920012');
});

test('a file that is no inventory is refused, and no digit of its numbers is shown', () => {
  const { problems } = read('{"phones":[{"serial":"a","sims":[{"slot":1,"number":"0171392"}]}]}');
  assert.equal(problems[0]?.setting, 'MI_INVENTORY');
  assert.match(problems.map(({ found }) => found).join(), /phones\.0\.sims\.0\.number/);
  assert.doesNotMatch(JSON.stringify(problems[0]), /0171392/);
});

test('a file that is not there is refused', () => {
  const { problems } = readInventory('/nowhere/phones.json', 'MI_INVENTORY');
  assert.match(problems.map(({ found }) => found).join(), /ENOENT/);
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { numberInInventory, readInventory } from '../../config/inventory.ts';

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

function flaw(json: unknown): string {
  const { problems } = read(JSON.stringify(json));
  return problems.map(({ found }) => found).join();
}

const NUMBER = '+12015550123';
const OTHER = '+491713920012';
const sim = (slot: number, number: string) => ({ slot, number });

test('two phones with one serial are refused', () => {
  assert.equal(
    flaw({ phones: [{ serial: 'a' }, { serial: 'a' }] }),
    'phones.1.serial: phones.0 has this serial too',
  );
});

test('one number in two SIM cards is refused', () => {
  const phones = [
    { serial: 'a', sims: [sim(1, NUMBER)] },
    { serial: 'b', sims: [sim(2, NUMBER)], signUpNumber: OTHER },
  ];
  assert.equal(
    flaw({ phones }),
    'phones.1.sims.0.number: the SIM in slot 1 of a has this number too',
  );
});

test('two SIM cards in one slot are refused', () => {
  const phones = [{ serial: 'a', sims: [sim(1, NUMBER), sim(1, OTHER)] }];
  assert.equal(flaw({ phones }), 'phones.0.sims.1.slot: another SIM is in this slot');
});

test('a number that two phones sign up with is refused', () => {
  const phones = [
    { serial: 'a', signUpNumber: NUMBER },
    { serial: 'b', signUpNumber: NUMBER },
  ];
  assert.equal(flaw({ phones }), 'phones.1.signUpNumber: a signs up with this number too');
});

test('every flaw is told at once', () => {
  assert.match(
    flaw({ phones: [{ serial: '' }, { serial: 'b', color: 'red' }] }),
    /phones\.0\..*; /,
  );
});

test('a card that another phone signs up with is not that of its own phone', () => {
  const phones = [
    { serial: 'a', sims: [sim(1, NUMBER), sim(2, OTHER)] },
    { serial: 'b', signUpNumber: NUMBER },
  ];
  const { inventory } = read(JSON.stringify({ phones }));
  assert.deepEqual(
    ['a', 'b'].map((serial) => numberInInventory(inventory, serial)),
    [
      { number: OTHER, simSlot: 2, smsSerial: 'a' },
      { number: NUMBER, simSlot: 1, smsSerial: 'a' },
    ],
  );
});

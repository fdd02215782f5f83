import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { InventorySchema } from '../../config/inventory.ts';
import { PROJECT_ROOT } from '../../config/paths.ts';

function json(name: string): unknown {
  return JSON.parse(readFileSync(join(PROJECT_ROOT, 'config', name), 'utf8'));
}

const validate = new Ajv2020({ strict: true }).compile(json('phones.schema.json') as object);

const SIM = { slot: 1, number: '+49 171 3920012' };
const CASES: [what: string, inventory: unknown, isGood: boolean][] = [
  ['the example', json('phones.example.json'), true],
  ['no phone', { phones: [] }, true],
  ['a phone without a card', { phones: [{ serial: 'a' }] }, true],
  ['no list of phones', {}, false],
  ['something else beside the phones', { phones: [], color: 'red' }, false],
  ['a phone without a serial', { phones: [{ owner: 'Li' }] }, false],
  ['an empty serial', { phones: [{ serial: '' }] }, false],
  ['an empty owner', { phones: [{ serial: 'a', owner: '' }] }, false],
  ['something else of a phone', { phones: [{ serial: 'a', color: 'red' }] }, false],
  ['something else of a card', { phones: [{ serial: 'a', sims: [{ ...SIM, pin: 1 }] }] }, false],
  ['a card without a slot', { phones: [{ serial: 'a', sims: [{ number: SIM.number }] }] }, false],
  ['slot 0', { phones: [{ serial: 'a', sims: [{ ...SIM, slot: 0 }] }] }, false],
  ['slot 5', { phones: [{ serial: 'a', sims: [{ ...SIM, slot: 5 }] }] }, false],
  ['slot 1.5', { phones: [{ serial: 'a', sims: [{ ...SIM, slot: 1.5 }] }] }, false],
  ['a number without +', { phones: [{ serial: 'a', signUpNumber: '0171 3920012' }] }, false],
  ['a number that is a number', { phones: [{ serial: 'a', signUpNumber: 491713920012 }] }, false],
];
for (const [what, inventory, isGood] of CASES) {
  test(`editors and the harness ${isGood ? 'take' : 'refuse'} ${what}`, () => {
    const verdicts = {
      editor: validate(inventory),
      harness: InventorySchema.safeParse(inventory).success,
    };
    assert.deepEqual(verdicts, { editor: isGood, harness: isGood });
  });
}

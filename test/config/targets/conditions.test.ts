import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PhoneFacts } from '../../../config/found-phone.ts';
import { parsePhoneSelection } from '../../../config/phone-selection.ts';
import { compares, unmet } from '../../../config/targets/conditions.ts';
import { readyPhone } from './found-phones.ts';

function instead(text: string, facts: Partial<PhoneFacts> = {}, owner?: string) {
  const [condition] = parsePhoneSelection(text)?.conditions ?? [];
  assert.ok(condition, `${text} is a condition`);
  return unmet(condition, { facts: readyPhone('a', facts).facts, owner });
}

const HYPEROS = {
  family: 'hyperos',
  version: '2.0.200.9',
  system: 'HyperOS 2.0 (OS2.0.200.9.VMCCNXM), Android 15',
} as const;

const HOLDING: [text: string, facts: Partial<PhoneFacts>, owner?: string][] = [
  ['miui>=13', {}],
  ['miui=13.0.5', {}],
  ['miui>12.5', {}],
  ['hyperos>=2', HYPEROS],
  ['android>=12', {}],
  ['model=Redmi*', {}],
  ['model=*note 8*', {}],
  ['model=M1908C3JGG', {}],
  ['region=Global', {}],
  ['language=en', {}],
  ['language=zh', { language: 'zh-Hans-CN' }],
  ['language=zh-CN', { language: 'zh-Hans-CN' }],
  ['language=zh-Hant', { language: 'zh-TW' }],
  ['owner=lab *', {}, 'Lab 3'],
];
for (const [text, facts, owner] of HOLDING) {
  test(`${text} holds for ${JSON.stringify(facts)}${owner ?? ''}`, () => {
    assert.equal(instead(text, facts, owner), undefined);
  });
}

const FAILING: [text: string, facts: Partial<PhoneFacts>, instead: RegExp][] = [
  ['miui>=14', {}, /MIUI 13/],
  ['miui>13.0', {}, /MIUI 13/],
  ['miui>=13', HYPEROS, /HyperOS 2\.0/],
  ['hyperos>=1', {}, /MIUI 13/],
  ['android>=9', { android: '' }, /MIUI 13/],
  ['model=Redmi', {}, /^Redmi Note 8 2021 \(M1908C3JGG\)$/],
  ['model=Redmi.Note*', {}, /^Redmi/],
  ['region=cn', {}, /^global$/],
  ['region=cn', { region: '' }, /does not tell/],
  ['language=zh-CN', { language: 'zh-TW' }, /^set to zh-TW$/],
  ['language=zh-Hant', { language: 'zh-CN' }, /^set to zh-CN$/],
  ['language=en', { language: '' }, /does not tell/],
  ['owner=qa', {}, /not in the inventory/],
];
for (const [text, facts, seen] of FAILING) {
  test(`${text} does not hold for ${JSON.stringify(facts)}`, () => {
    assert.match(instead(text, facts) ?? '', seen);
  });
}

test('a person is told whose phone it is', () => {
  assert.equal(instead('owner=qa', {}, 'Li'), "Li's");
});

test('versions of the same length are in the order of their numbers', () => {
  const piece = fc.nat({ max: 2000 });
  const property = fc.property(
    fc.array(piece, { minLength: 3, maxLength: 3 }),
    fc.array(piece, { minLength: 3, maxLength: 3 }),
    (a, b) => {
      const [left, right] = [a.join('.'), b.join('.')];
      const larger = compares(left, '>', right);
      assert.equal(larger, compares(right, '<', left));
      assert.equal(larger, !compares(left, '<=', right));
      assert.equal(compares(left, '=', right), left === right);
    },
  );
  fc.assert(property);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PhoneFacts } from '../../../config/found-phone.ts';
import { factsOf } from '../../../device/discovery/facts.ts';

const NOTHING = { battery: undefined, accounts: undefined };

function facts(properties: Record<string, string>, told = {}): PhoneFacts {
  return factsOf(new Map(Object.entries(properties)), { ...NOTHING, ...told });
}

const HYPEROS = {
  'ro.product.marketname': 'Xiaomi 13',
  'ro.product.model': '2211133C',
  'ro.build.version.release': '15',
  'ro.build.version.sdk': '35',
  'ro.build.version.incremental': 'OS2.0.200.9.VMCCNXM',
  'ro.mi.os.version.name': 'OS2.0',
  'ro.miui.ui.version.name': 'V816',
  'ro.miui.build.region': 'CN',
  'ro.product.locale': 'zh-CN',
  'gsm.sim.state': 'ABSENT,LOADED',
};

test('a phone with HyperOS is known by its properties', () => {
  assert.deepEqual(facts(HYPEROS), {
    model: 'Xiaomi 13 (2211133C)',
    modelNames: ['Xiaomi 13', '2211133C'],
    system: 'HyperOS 2.0 (OS2.0.200.9.VMCCNXM), Android 15',
    family: 'hyperos',
    version: '2.0.200.9',
    android: '15',
    sdk: 35,
    region: 'cn',
    language: 'zh-CN',
    sims: [
      { slot: 1, state: 'ABSENT' },
      { slot: 2, state: 'LOADED' },
    ],
    battery: undefined,
    signedIn: undefined,
  });
});

test('the language that a person chose counts before the one it was sold with', () => {
  assert.equal(facts({ ...HYPEROS, 'persist.sys.locale': 'en-US' }).language, 'en-US');
});

test('a build of MIUI that is named by its day has the version of the system', () => {
  const { family, version } = facts({
    'ro.miui.ui.version.name': 'V125',
    'ro.build.version.incremental': '21.9.8',
  });
  assert.deepEqual([family, version], ['miui', '12.5']);
});

test('an Android of somebody else is told from those of Xiaomi', () => {
  const { family, version, model, language, sims } = facts({
    'ro.product.model': 'sdk_gphone64_x86_64',
    'ro.build.version.release': '15',
    'ro.build.version.incremental': '12736930',
  });
  assert.deepEqual(
    { family, version, model, language, sims },
    { family: 'android', version: '', model: 'sdk_gphone64_x86_64', language: '', sims: [] },
  );
});

const ACCOUNTS: [types: string[], signedIn: boolean][] = [
  [['com.google'], false],
  [['com.google', 'com.xiaomi'], true],
];
for (const [types, signedIn] of ACCOUNTS) {
  test(`with accounts of ${types.join(' and ')} it ${signedIn ? 'is' : 'is not'} signed in`, () => {
    const accounts = types.map((type) => ({ name: 'x', type, userId: 0 }));
    assert.equal(facts(HYPEROS, { accounts }).signedIn, signedIn);
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FoundPhone } from '../../../config/found-phone.ts';
import { NO_INVENTORY, type Inventory } from '../../../config/inventory.ts';
import { EVERY_PHONE, parsePhoneSelection } from '../../../config/phone-selection.ts';
import { chooseOnePhone, choosePhones } from '../../../config/targets/choose-phones.ts';
import { PhoneNotAvailableError } from '../../../config/targets/target.ts';
import { deafPhone, readyPhone } from './found-phones.ts';

const GOOD = readyPhone('8e3f21');
const OTHER = readyPhone('a7c042');

function settings(selection?: string, inventory: Inventory = NO_INVENTORY) {
  return { selection: parsePhoneSelection(selection ?? '') ?? EVERY_PHONE, inventory };
}

function chosen(found: readonly FoundPhone[], selection?: string): string[] {
  return choosePhones(found, settings(selection)).ready.map(({ serial }) => serial);
}

function refusal(choose: () => unknown): string {
  try {
    choose();
  } catch (error) {
    assert.ok(error instanceof PhoneNotAvailableError, String(error));
    return error.message;
  }
  assert.fail('phones were chosen');
}

test('without a selection every phone that is ready is used', () => {
  assert.deepEqual(chosen([GOOD, OTHER]), ['8e3f21', 'a7c042']);
});

test('those that were named are used, in that order', () => {
  assert.deepEqual(chosen([GOOD, readyPhone('b'), OTHER], 'a7c042,8e3f21'), ['a7c042', '8e3f21']);
});

test('those that meet all conditions are used', () => {
  const found = [
    readyPhone('new', { version: '14.0.1', region: 'cn' }),
    readyPhone('both', { version: '14.0.1' }),
    readyPhone('old', { version: '12.5' }),
  ];
  assert.deepEqual(chosen(found, 'miui>=13,region=global'), ['both']);
});

test('the owner of the inventory is a condition', () => {
  const inventory = { phones: [{ serial: 'a7c042', owner: 'qa lab', sims: [] }] };
  const { ready } = choosePhones([GOOD, OTHER], settings('owner=QA*', inventory));
  assert.deepEqual(
    ready.map(({ serial }) => serial),
    ['a7c042'],
  );
});

test('a phone that is left out is told with its reason', () => {
  const { leftOut } = choosePhones(
    [GOOD, readyPhone('cn', { region: 'cn' })],
    settings('region=global'),
  );
  assert.deepEqual(leftOut, [
    {
      serial: 'cn',
      reason: 'region=global does not hold: it is cn',
      remedy: 'Change the conditions in MI_PHONES to use it.',
    },
  ]);
});

const STATES: [state: string, reason: RegExp, remedy: RegExp][] = [
  ['unauthorized', /unauthorized/, /Allow USB debugging/],
  ['authorizing', /authorizing/, /Allow USB debugging/],
  ['offline', /offline/, /reconnect/i],
  ['no permissions (user in plugdev group; are your udev rules wrong?)', /no permiss/, /udev/],
  ['host', /host/, /adb devices -l/],
  ['device', /it does not answer/, /restart/],
];
for (const [state, reason, remedy] of STATES) {
  const name = state === 'device' ? 'does not answer' : `is "${state.split(' (')[0]}"`;
  test(`a phone that ${name} is left out with a remedy of its own`, () => {
    const { ready, leftOut } = choosePhones([deafPhone('bad', state), GOOD], settings());
    assert.deepEqual(ready, [GOOD]);
    assert.match(leftOut.map((phone) => phone.reason).join(), reason);
    assert.match(leftOut.map((phone) => phone.remedy).join(), remedy);
  });
}

test("a phone that is too old for Appium's driver is left out", () => {
  const old = readyPhone('old', { sdk: 25, system: 'MIUI 9 (V9.5.3.0), Android 7.1.2' });
  const { leftOut } = choosePhones([old, GOOD], settings());
  assert.match(leftOut.map(({ reason }) => reason).join(), /too old.*Android 7\.1\.2/);
});

test('with no phone the error says how to connect one', () => {
  assert.match(
    refusal(() => choosePhones([], settings())),
    /No phone is connected.*USB debugging/s,
  );
});

test('where no phone can be used the error names each with its reason', () => {
  const found = [deafPhone('a', 'unauthorized'), deafPhone('b', 'offline')];
  assert.match(
    refusal(() => choosePhones(found, settings())),
    /none of them can be used.*a: it is not ready: unauthorized; b: it is not ready: offline.*troubleshooting\.md#authorized/s,
  );
});

test('a named phone that is not there is not replaced by another', () => {
  assert.match(
    refusal(() => choosePhones([GOOD], settings('a7c042,8e3f21'))),
    /Phone a7c042 is not connected.*seen: 8e3f21 \(Redmi/s,
  );
});

test('a named phone that is not ready ends the choice, though another is', () => {
  assert.match(
    refusal(() => choosePhones([GOOD, deafPhone('a7c042', 'offline')], settings('8e3f21,a7c042'))),
    /Phone a7c042 cannot be used: it is not ready: offline/,
  );
});

test('where one phone is wanted none of several is guessed', () => {
  assert.match(
    refusal(() => chooseOnePhone([GOOD, OTHER], settings())),
    /2 phones are ready.*8e3f21.*a7c042.*MI_PHONES=/s,
  );
});

test('where one phone is wanted the only ready one is it', () => {
  assert.equal(chooseOnePhone([deafPhone('x', 'offline'), GOOD], settings()), GOOD);
});

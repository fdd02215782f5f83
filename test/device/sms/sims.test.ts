import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AdbError, PhoneLostError } from '../../../device/errors.ts';
import {
  parseIsub,
  parseSimInfo,
  readSims,
  slotOfNumber,
  slotOfSubscription,
} from '../../../device/sms/sims.ts';
import { FakeAdb } from '../fake-adb.ts';

const SIMINFO = [
  'Row: 0 _id=3, sim_id=1, number=+12015550142, display_name=T-Mobile, sim_id=0',
  'Row: 1 _id=1, sim_id=0, number=2015550123, display_name=NULL',
  'Row: 2 _id=2, sim_id=-1, number=+12015550199, display_name=an old one',
  '',
].join('\n');

test('the SIM cards in the phone are listed by slot, with number and name', () => {
  assert.deepEqual(parseSimInfo(SIMINFO), [
    { subId: 1, slot: 1, number: '2015550123', name: undefined },
    { subId: 3, slot: 2, number: '+12015550142', name: 'T-Mobile, sim_id=0' },
  ]);
});

const DUMPS: [version: string, dump: string][] = [
  [
    'Android 9',
    ` ActiveSubInfoList:
  {id=1, iccId=898600451[****] simSlotIndex=0 displayName=China Mobile carrierName=x nameSource=0 mcc 460}
  {id=4, iccId=898600452[****] simSlotIndex=1 displayName=T (Home) carrierName=x nameSource=0 mcc 310}
 AllSubInfoList:
  {id=1, iccId=898600451[****] simSlotIndex=0 displayName=China Mobile carrierName=x nameSource=0 mcc 460}
  {id=2, iccId=898600453[****] simSlotIndex=-1 displayName=Old carrierName=x nameSource=0 mcc 460}
`,
  ],
  [
    'Android 12',
    ` ActiveSubInfoList:
  {id=1 iccId=898600451[****] simSlotIndex=0 carrierId=1 displayName=China Mobile carrierName=x number=[****]}
  {id=4 iccId=898600452[****] simSlotIndex=1 carrierId=1 displayName=T (Home) carrierName=x number=[****]}
`,
  ],
  [
    'Android 16',
    `  Active subscriptions:
    [SubscriptionInfoInternal: id=1 iccId=8986[****] simSlotIndex=0 portIndex=0 displayName=China Mobile carrierName=x number=[****]]
    [SubscriptionInfoInternal: id=4 iccId=8986[****] simSlotIndex=1 portIndex=0 displayName=T (Home) carrierName=x number=[****]]

  Local log:
    [SubscriptionInfoInternal: id=1 iccId=8986[****] simSlotIndex=1 portIndex=0 displayName=before carrierName=x]
`,
  ],
];
for (const [version, dump] of DUMPS) {
  test(`the dump of ${version} tells slots and names`, () => {
    assert.deepEqual(parseIsub(dump), [
      { subId: 1, slot: 1, name: 'China Mobile' },
      { subId: 4, slot: 2, name: 'T (Home)' },
    ]);
  });
}

const CLOSED = {
  stdout: '',
  stderr:
    'Error while accessing provider:telephony\njava.lang.SecurityException: Access SIMINFO table from not phone/system UID',
};

test('where the table is closed the dump is read', async () => {
  const adb = new FakeAdb((command) =>
    command.startsWith('content') ? CLOSED : { stdout: DUMPS[2]?.[1] ?? '' },
  );
  assert.equal((await readSims(adb)).length, 2);
});

test('a phone that does not tell has no known SIM cards', async () => {
  const adb = new FakeAdb((command) =>
    command.startsWith('content') ? CLOSED : { stdout: "Can't find service: isub\n" },
  );
  assert.deepEqual(await readSims(adb), []);
});

test('an answer that does not come is no failure', async () => {
  const adb = new FakeAdb(() => {
    throw new AdbError('adb did not answer.', { remedy: 'Look.' });
  });
  assert.deepEqual(await readSims(adb), []);
});

test('a lost phone is', async () => {
  const adb = new FakeAdb(() => {
    throw new PhoneLostError('gone', { remedy: 'Check the cable.' });
  });
  await assert.rejects(readSims(adb), PhoneLostError);
});

const NUMBERS: [number: string | undefined, isTheSame: boolean][] = [
  ['+12015550123', true],
  ['2015550123', true],
  ['0 201 555-0123', true],
  ['+12015550124', false],
  ['0123', false],
  ['', false],
  [undefined, false],
];
for (const [number, isTheSame] of NUMBERS) {
  test(`a SIM with the number “${number}” ${isTheSame ? 'is' : 'is not'} that of +12015550123`, () => {
    const sims = [{ subId: 1, slot: 2, number }];
    assert.equal(slotOfNumber(sims, '+12015550123'), isTheSame ? 2 : undefined);
  });
}

test('a subscription belongs to a slot, if the phone knows it', () => {
  const sims = [{ subId: 7, slot: 2 }];
  assert.equal(slotOfSubscription(sims, 7), 2);
  assert.equal(slotOfSubscription(sims, 8), undefined);
  assert.equal(slotOfSubscription(sims, undefined), undefined);
});

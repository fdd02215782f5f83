import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  readServiceOptions,
  SERVICE_HELP,
  SERVICE_OPTIONS,
  type ServiceOptionValues,
} from '../../../emulator/service/options.ts';

const read = (values: ServiceOptionValues) =>
  readServiceOptions(values, (_option, value, parser) => parser(value));

describe("the account service's options", () => {
  it('mean a good server day when left out', () => {
    assert.deepEqual(read({}), {
      latency: [{ at: '*', latency: { kind: 'fixed', ms: 1000 } }],
      faults: [],
      pictureCode: 'after',
      pictureDifficulty: 'easy',
      webCheck: false,
      sms: {},
      accounts: [],
    });
  });

  it('are all read', () => {
    const options = read({
      latency: ['500ms..2s', 'sms-codes=script:1s,0'],
      fault: ['sign-in=status:503*1', '*=html'],
      'picture-code': 'never',
      'picture-difficulty': 'hard',
      'web-check': 'on',
      sms: ['digits=4', 'order=newest-first'],
      account: ['+12015550123:se:cret', '+12015550123'],
    });
    assert.deepEqual(options, {
      latency: [
        { at: '*', latency: { kind: 'fixed', ms: 1000 } },
        { at: '*', latency: { kind: 'uniform', minMs: 500, maxMs: 2000 } },
        {
          at: 'sms-codes',
          latency: {
            kind: 'script',
            steps: [
              { kind: 'fixed', ms: 1000 },
              { kind: 'fixed', ms: 0 },
            ],
          },
        },
      ],
      faults: [
        { at: 'sign-in', kind: 'status', status: 503, times: 1 },
        { at: '*', kind: 'html' },
      ],
      pictureCode: 'never',
      pictureDifficulty: 'hard',
      webCheck: true,
      sms: { digits: 4, order: 'newest-first' },
      accounts: [{ phone: '+12015550123', password: 'se:cret' }, { phone: '+12015550123' }],
    });
  });

  for (const option of Object.keys(SERVICE_OPTIONS)) {
    it(`--${option} is in the help`, () => {
      assert.ok(SERVICE_HELP.includes(`--${option} `));
    });
  }

  const bad: [complaint: RegExp, values: ServiceOptionValues][] = [
    [/'nowhere' is not known, expected \*, sms-codes/, { latency: ['nowhere=1s'] }],
    [/'soon' is malformed/, { latency: ['sms-codes=soon'] }],
    [/'sometimes' is not one of before, after, never/, { 'picture-code': 'sometimes' }],
    [/'nasty' is not one of easy, medium, hard/, { 'picture-difficulty': 'nasty' }],
    [/'yes' is not one of on, off/, { 'web-check': 'yes' }],
    [/digits is 5, expected 4, 6, 8/, { sms: ['digits=5'] }],
    [/'digits' is malformed: expected NAME=VALUE/, { sms: ['digits'] }],
    [/expected PHONE or PHONE:PASSWORD/, { account: ['ann'] }],
    [/3 accounts at most/, { account: Array.from({ length: 4 }, () => '+12015550123') }],
  ];
  for (const [complaint, values] of bad) {
    it(`are refused as ${JSON.stringify(values)}`, () => {
      assert.throws(() => read(values), complaint);
    });
  }
});

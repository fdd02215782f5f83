import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Latencies, parseLatencyRule } from '../../../emulator/service/latencies.ts';

const latencies = (...rules: string[]) => new Latencies(() => 0.5, rules.map(parseLatencyRule));

describe('parseLatencyRule', () => {
  it('gives a rule or a RangeError for any text', () => {
    const piece = fc.constantFrom('sms-codes', '*', '=', '1s', 'script:', ',', '..', ' ');
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (rule) => {
        try {
          assert.ok(parseLatencyRule(rule).latency.kind);
        } catch (error) {
          assert.ok(error instanceof RangeError, String(error));
        }
      }),
    );
  });
});

describe('latencies', () => {
  it('are nought unless set', () => {
    assert.equal(latencies().nextMs('sign-in'), 0);
  });

  it('hold for all where none is set for the point', () => {
    assert.equal(latencies('1s', 'sms-codes=4m').nextMs('sign-in'), 1000);
  });

  it('hold for the point they are set for', () => {
    assert.equal(latencies('sms-codes=4m', '1s').nextMs('sms-codes'), 240_000);
  });

  it('run through a script and stay at its end', () => {
    const script = latencies('script:1s,5s,0');
    const taken = [1, 2, 3, 4].map(() => script.nextMs('sign-in'));
    assert.deepEqual(taken, [1000, 5000, 0, 0]);
  });

  it('keep the scripts of two points apart', () => {
    const scripts = latencies('sign-in=script:1s,2s', 'cloud=script:1s,2s');
    scripts.nextMs('sign-in');
    assert.equal(scripts.nextMs('cloud'), 1000);
  });

  it('begin a script anew when it is set again', () => {
    const script = latencies('script:1s,2s');
    script.nextMs('sign-in');
    script.set(parseLatencyRule('script:1s,2s'));
    assert.equal(script.nextMs('sign-in'), 1000);
  });
});

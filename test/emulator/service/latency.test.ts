import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  drawLatencyMs,
  parseLatency,
  type DrawnLatency,
} from '../../../emulator/service/latency.ts';

describe('parseLatency', () => {
  it('reads a fixed duration', () => {
    assert.deepEqual(parseLatency('1s'), { kind: 'fixed', ms: 1000 });
  });

  it('reads a range', () => {
    assert.deepEqual(parseLatency('500ms..2s'), { kind: 'uniform', minMs: 500, maxMs: 2000 });
  });

  it('reads a long tail', () => {
    assert.deepEqual(parseLatency('lognormal:1s..8s'), {
      kind: 'lognormal',
      medianMs: 1000,
      p95Ms: 8000,
    });
  });

  it('reads a script', () => {
    assert.deepEqual(parseLatency('script:1s, 500ms..2s,0'), {
      kind: 'script',
      steps: [
        { kind: 'fixed', ms: 1000 },
        { kind: 'uniform', minMs: 500, maxMs: 2000 },
        { kind: 'fixed', ms: 0 },
      ],
    });
  });

  it('throws nothing but a RangeError', () => {
    const piece = fc.constantFrom(
      'script:',
      'lognormal:',
      '1s',
      '..',
      ',',
      '0',
      '5',
      'ms',
      ' ',
      '=',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (latency) => {
        try {
          parseLatency(latency);
        } catch (error) {
          assert.ok(error instanceof RangeError);
        }
      }),
    );
  });

  const malformed = ['', '1', 's', '-1s', '1s..', '..1s', '1s..2s..3s', 'lognormal:1s', 'script:'];
  for (const text of [...malformed, 'script:1s,,2s', 'script:script:1s']) {
    it(`refuses '${text}' and says what it expects`, () => {
      assert.throws(() => parseLatency(text), /is malformed: expected a duration/);
    });
  }

  it('names the whole script if a step of it is empty', () => {
    assert.throws(() => parseLatency('script:1s,,2s'), /^RangeError: latency 'script:1s,,2s' is/);
  });

  it('refuses what no timer can wait', () => {
    assert.throws(() => parseLatency('60000m'), /expected 24 days at most/);
  });

  it('refuses a range that runs backwards', () => {
    assert.throws(() => parseLatency('2s..1s'), /ends below its start/);
  });
});

function drawn(text: string): DrawnLatency {
  const latency = parseLatency(text);
  assert.ok(latency.kind !== 'script');
  return latency;
}

describe('drawLatencyMs', () => {
  it('stays within a uniform range', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.nat(10_000),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (minMs, widthMs, random) => {
          const maxMs = minMs + widthMs;
          const ms = drawLatencyMs({ kind: 'uniform', minMs, maxMs }, () => random);
          return ms >= minMs && ms <= maxMs;
        },
      ),
    );
  });

  it('draws nothing that no timer can wait', () => {
    const latency = drawn('lognormal:1m..30000m');
    assert.ok(drawLatencyMs(latency, () => 1 - 1e-12) < 2 ** 31);
  });

  it('puts half of a long tail below its median', () => {
    let state = 7;
    const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
    const latency = drawn('lognormal:1s..8s');
    const draws = Array.from({ length: 2000 }, () => drawLatencyMs(latency, random));
    const share = draws.filter((ms) => ms < 1000).length / draws.length;
    assert.ok(share > 0.45 && share < 0.55, `share below the median: ${share}`);
  });
});

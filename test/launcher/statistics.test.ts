import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distributionOf } from '../../launcher/statistics.ts';

test('percentiles are of the nearest rank', () => {
  const times = Array.from({ length: 100 }, (_, index) => 100 - index);
  assert.deepEqual(distributionOf(times), {
    ...{ count: 100, minMs: 1, p50Ms: 50, p90Ms: 90, p95Ms: 95, maxMs: 100 },
  });
});

test('there is no distribution of no times', () => {
  assert.equal(distributionOf([]), undefined);
});

test('each figure is a time that was measured, and none is below the one before', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), (times) => {
      const of = distributionOf(times);
      assert.ok(of);
      const figures = [of.minMs, of.p50Ms, of.p90Ms, of.p95Ms, of.maxMs];
      assert.ok(figures.every((figure) => times.includes(figure)));
      assert.deepEqual(
        figures,
        figures.toSorted((a, b) => a - b),
      );
    }),
  );
});

import fc from 'fast-check';

/** Where a sign-up submits something: the points of emulator/service/README.md. */
const POINTS = ['sms-codes', 'verifications', 'sign-in', 'cloud'];

/** What a server does instead of answering, or makes of its answer. */
const EFFECTS = ['reset', 'lost', 'half', 'hang', 'status:500', 'html:502', 'wrong-json'];

const weather = fc.record({
  faults: fc.uniqueArray(
    fc.record({ point: fc.constantFrom(...POINTS), effect: fc.constantFrom(...EFFECTS) }),
    { minLength: 1, maxLength: 2, selector: ({ point }) => point },
  ),
  copies: fc.integer({ min: 1, max: 3 }),
});

/**
 * Bad weather for an emulated service, as options of `xiaomi-phone start`: each fault strikes once.
 * @param seed of the same weather each time.
 */
export function badWeather(seed: number): string {
  return fc
    .sample(weather, { seed, numRuns: 1 })
    .flatMap(({ copies, faults }) => [
      `--latency 50ms..400ms --sms copies=${String(copies)}`,
      ...faults.map(({ point, effect }) => `--fault ${point}=${effect}*1`),
    ])
    .join(' ');
}

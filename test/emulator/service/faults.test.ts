import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkFault, Faults, parseFault, type Fault } from '../../../emulator/service/faults.ts';
import { POINTS, ROUTE_POINTS } from '../../../emulator/service/points.ts';

describe('parseFault', () => {
  it('reads an HTTP status with a count', () => {
    assert.deepEqual(parseFault('sign-in=status:503*2'), {
      at: 'sign-in',
      kind: 'status',
      status: 503,
      times: 2,
    });
  });

  it("reads one of the service's errors", () => {
    assert.deepEqual(parseFault('sms-codes=error:SMS_LIMIT'), {
      at: 'sms-codes',
      kind: 'error',
      code: 'SMS_LIMIT',
    });
  });

  const bad: [text: string, complaint: RegExp][] = [
    ['hang', /is malformed/],
    ['nowhere=hang', /at is "nowhere"/],
    ['sign-in=explode', /kind is "explode"/],
    ['sign-in=status:200', /status is 200/],
    ['sign-in=error:NOPE', /code "NOPE" is not known/],
    ['sign-in=hang*0', /times is 0/],
    ['sms-delivery=hang', /'drop' goes with sms-delivery/],
    ['sign-in=hang:5', /leave ':5' out/],
    ['sign-in=html:x', /status is "x"/],
    ['sign-in=status', /status is undefined/],
    ['sign-in=drop', /'drop' goes with sms-delivery/],
  ];
  for (const [text, complaint] of bad) {
    it(`refuses '${text}'`, () => assert.throws(() => parseFault(text), complaint));
  }
});

describe('parseFault, with a script', () => {
  it('lets some through before it strikes', () => {
    const faults = new Faults(['sign-in=pass*2', 'sign-in=html:502*1'].map(parseFault));
    const struck = [1, 2, 3, 4].map(() => faults.strike('sign-in')?.kind);
    assert.deepEqual(struck, ['pass', 'pass', 'html', undefined]);
  });

  it('lets messages through too', () => {
    const faults = new Faults(['sms-delivery=pass*1', 'sms-delivery=drop'].map(parseFault));
    const struck = [1, 2].map(() => faults.strike('sms-delivery')?.kind);
    assert.deepEqual(struck, ['pass', 'drop']);
  });
});

describe('parsing whatever comes', () => {
  const piece = fc.constantFrom(...POINTS, '*', '=', ':', 'hang', 'status', 'error', '503', 'html');
  const text = fc.oneof(
    fc.string(),
    fc.array(piece).map((pieces) => pieces.join('')),
  );

  it('gives a fault or a RangeError for a text', () => {
    fc.assert(fc.property(text, (fault) => assertFaultOrRangeError(() => parseFault(fault))));
  });

  it('says what is wrong with a value that has no text of its own', () => {
    const value = { at: 'sms-codes', kind: { toString: '' } };
    assert.throws(() => checkFault(value), {
      name: 'RangeError',
      message: /kind is \{"toString":""\}/,
    });
  });

  it('gives a fault or a RangeError for JSON', () => {
    const fault = fc.oneof(
      fc.jsonValue(),
      fc.record({ at: fc.constantFrom(...POINTS), kind: fc.jsonValue(), status: fc.jsonValue() }),
    );
    fc.assert(fc.property(fault, (value) => assertFaultOrRangeError(() => checkFault(value))));
  });

  it('reads what it checked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROUTE_POINTS),
        fc.integer({ min: 400, max: 599 }),
        (at, status) => {
          assert.deepEqual(
            parseFault(`${at}=html:${status}`),
            checkFault({ at, kind: 'html', status }),
          );
        },
      ),
    );
  });
});

function assertFaultOrRangeError(parse: () => Fault): void {
  try {
    assert.ok(parse().kind);
  } catch (error) {
    assert.ok(error instanceof RangeError, String(error));
  }
}

describe('checkFault', () => {
  it('refuses a member it does not know', () => {
    const fault = { at: 'sign-in', kind: 'hang', time: 1 };
    assert.throws(() => checkFault(fault), /time is not known, 'hang' takes at, kind, times/);
  });

  it('refuses a member that belongs to another kind', () => {
    const fault = { at: 'sign-in', kind: 'hang', status: 503 };
    assert.throws(() => checkFault(fault), /status is not known/);
  });
});

describe('Faults', () => {
  it('strikes as often as it was told to', () => {
    const faults = new Faults([parseFault('sign-in=hang*2')]);
    const struck = [1, 2, 3].map(() => faults.strike('sign-in')?.kind);
    assert.deepEqual(struck, ['hang', 'hang', undefined]);
  });

  it('strikes nowhere else', () => {
    const faults = new Faults([parseFault('sign-in=hang')]);
    assert.equal(faults.strike('pictures'), undefined);
  });

  it('means every endpoint by *, but not the SMS', () => {
    const faults = new Faults([parseFault('*=hang')]);
    assert.deepEqual(
      [faults.strike('pictures')?.kind, faults.strike('sms-delivery')],
      ['hang', undefined],
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { GateError, Gates } from '../../../emulator/android/gates/gates.ts';
import {
  checkGateValue,
  GATE_DEFAULTS,
  GATES,
  type GateSpec,
} from '../../../emulator/android/gates/table.ts';

const specs: readonly GateSpec[] = GATES;

describe('the table of gates', () => {
  for (const gate of specs) {
    it(`${gate.name} starts at a value that it takes`, () => {
      assert.equal(checkGateValue(gate, gate.default), gate.default);
    });
  }

  for (const value of ['off', '0', '30s', '500ms', 'settings:0', 'server:5s']) {
    it(`kill-helpers takes ${value}`, () => {
      const gates = new Gates();
      gates.change({ 'kill-helpers': value });
      assert.equal(gates.get('kill-helpers'), value);
    });
  }

  for (const value of ['on', 'off', '0', '300ms', '2s']) {
    it(`sms-autofill takes ${value}`, () => {
      const gates = new Gates();
      gates.change({ 'sms-autofill': value });
      assert.equal(gates.get('sms-autofill'), value);
    });
  }

  it('sms-autofill refuses a time without unit', () => {
    assert.throws(() => new Gates().change({ 'sms-autofill': '300' }), GateError);
  });

  for (const value of ['on', '30', '30m', 'camera:1s', '-1s', '1.5s', '', 'server:off']) {
    it(`kill-helpers refuses '${value}'`, () => {
      assert.throws(() => new Gates().change({ 'kill-helpers': value }), GateError);
    });
  }
});

test('an unknown gate is refused by its name, with those there are', () => {
  assert.throws(() => new Gates().change({ 'adb-inputt': 'on' }), {
    name: 'GateError',
    message: /^no gate 'adb-inputt'; there are adb-input, usb-install, /,
  });
});

test('an unknown value is refused with its gate and what it takes', () => {
  assert.throws(() => new Gates().change({ 'usb-install': 'maybe' }), {
    name: 'GateError',
    message: "gate 'usb-install': 'maybe' is not one of allow, ask, deny",
  });
});

test('of several changes none is made if one is wrong', () => {
  const gates = new Gates();
  assert.throws(() => gates.change({ 'adb-input': 'off', secure: 1 }), GateError);
  assert.deepEqual(gates.values(), GATE_DEFAULTS);
});

test('whoever follows a gate is told of a new value once, and of none that stays', () => {
  const gates = new Gates();
  const told: string[] = [];
  gates.onChanged('secure', (value) => told.push(value));
  gates.change({ secure: 'on' });
  gates.change({ secure: 'on', 'adb-input': 'off' });
  assert.deepEqual(told, ['on']);
});

test('whatever is not in the table is refused, and changes nothing', () => {
  const known = new Set(specs.map(({ name }) => name));
  fc.assert(
    fc.property(
      fc.string().filter((name) => !known.has(name)),
      fc.anything(),
      (name, value) => {
        const gates = new Gates();
        assert.throws(() => gates.change(Object.fromEntries([[name, value]])), GateError);
        assert.deepEqual(gates.values(), GATE_DEFAULTS);
      },
    ),
  );
});

test('any value but a gate’s own is refused in a message that names the gate', () => {
  fc.assert(
    fc.property(fc.constantFrom(...specs), fc.anything(), (gate, value) => {
      const accepts = gate.accepts ?? ((text: string) => gate.values.includes(text));
      fc.pre(typeof value !== 'string' || !accepts(value));
      assert.throws(
        () => new Gates().change({ [gate.name]: value }),
        (error: Error) => error.message.startsWith(`gate '${gate.name}': `),
      );
    }),
  );
});

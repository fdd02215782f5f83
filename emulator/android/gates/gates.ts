import {
  checkGateValue,
  findGate,
  GATE_DEFAULTS,
  type GateName,
  type GateValues,
} from './table.ts';

/** A change that cannot be: the message names the gate, the value and what is expected. */
export class GateError extends Error {
  override readonly name = 'GateError';
}

/** How a phone's gates stand. They stay as they are over a restart. */
export class Gates {
  #values: GateValues;
  readonly #listeners = new Map<GateName, Set<(value: string) => void>>();

  constructor(values: Partial<GateValues> = {}) {
    this.#values = { ...GATE_DEFAULTS, ...values };
  }

  get(name: GateName): string {
    return this.#values[name];
  }

  values(): GateValues {
    return this.#values;
  }

  set(name: GateName, value: string): void {
    if (this.#values[name] === value) return;
    this.#values = { ...this.#values, [name]: value };
    for (const listener of this.#listeners.get(name) ?? []) listener(value);
  }

  /**
   * Takes changes from outside: all of them, or none if one is wrong.
   * @throws GateError
   */
  change(changes: Readonly<Record<string, unknown>>): void {
    const checked = Object.entries(changes).map(([name, value]) => checkChange(name, value));
    for (const [name, value] of checked) this.set(name, value);
  }

  /** Calls `listener` with every new value; the returned function unsubscribes. */
  onChanged(name: GateName, listener: (value: string) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return () => listeners.delete(listener);
  }
}

function checkChange(name: string, value: unknown): [GateName, string] {
  let gate: ReturnType<typeof findGate>;
  try {
    gate = findGate(name);
  } catch (error) {
    throw asGateError(error, '');
  }
  try {
    return [gate.name, checkGateValue(gate, value)];
  } catch (error) {
    throw asGateError(error, `gate '${name}': `);
  }
}

function asGateError(error: unknown, prefix: string): unknown {
  return error instanceof RangeError ? new GateError(prefix + error.message) : error;
}

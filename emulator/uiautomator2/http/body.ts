import { IllegalArgumentError, InvalidArgumentError } from '../errors.ts';

type Fields = Readonly<Record<string, unknown>>;

const INTEGER_RANGES = { int: 2 ** 31, long: 2 ** 63 };

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The JSON body of a request, read field by field as Gson reads the real server's models: numbers
 * in strings are numbers, `null` is absent, a missing mandatory field is an invalid argument.
 */
export class Body {
  readonly #read: () => Fields;
  /** Class name of the model, which messages mention. */
  readonly #model: string;

  private constructor(read: () => Fields, model: string) {
    this.#read = read;
    this.#model = model;
  }

  /** A route that asks for no field takes any text, as on the real server. */
  static parse(text: string): Body {
    let fields: Fields | undefined;
    return new Body(() => (fields ??= parseFields(text)), 'BaseModel');
  }

  static of(fields: Fields, model: string): Body {
    return new Body(() => fields, model);
  }

  /** @throws InvalidArgumentError if the text is no JSON object. */
  get fields(): Fields {
    return this.#read();
  }

  as(model: string): Body {
    return new Body(this.#read, model);
  }

  /** A nested object, if there is one. */
  object(name: string, model: string): Body | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    if (!isFields(value)) throw malformed(`Expected BEGIN_OBJECT at path $.${name}`);
    return Body.of(value, model);
  }

  /** A list of objects, if there is one. */
  objects(name: string, model: string): Body[] | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) throw malformed(`Expected BEGIN_ARRAY at path $.${name}`);
    return (value as unknown[]).map((item, index) => {
      if (isFields(item)) return Body.of(item, model);
      throw malformed(`Expected BEGIN_OBJECT at path $.${name}[${index}]`);
    });
  }

  string(name: string): string | undefined {
    const value = this.#value(name);
    if (value === undefined || typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw malformed(`Expected a string at path $.${name}`);
  }

  number(name: string): number | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
    throw malformed(`java.lang.NumberFormatException: For input string: ${JSON.stringify(value)}`);
  }

  /** A whole number: `1500.0` is one, `1500.5` is not. */
  integer(name: string, type: 'int' | 'long' = 'int'): number | undefined {
    const number = this.number(name);
    if (number === undefined) return undefined;
    if (Number.isInteger(number) && Math.abs(number) < INTEGER_RANGES[type]) return number;
    const article = type === 'int' ? 'an' : 'a';
    throw malformed(
      `java.lang.NumberFormatException: Expected ${article} ${type} but was ${number}`,
    );
  }

  boolean(name: string): boolean | undefined {
    const value = this.#value(name);
    if (value === undefined || typeof value === 'boolean') return value;
    if (typeof value === 'string') return value.toLowerCase() === 'true';
    throw malformed(`Expected a boolean at path $.${name}`);
  }

  /** The value of a mandatory field. */
  required<T>(name: string, value: T | undefined): T {
    if (value !== undefined) return value;
    throw new IllegalArgumentError(
      `${this.#model}: The mandatory field '${name}' is not present in JSON`,
    );
  }

  #value(name: string): unknown {
    return this.fields[name] ?? undefined;
  }
}

function parseFields(text: string): Fields {
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw malformed(String(error));
  }
  if (isFields(value)) return value;
  throw malformed(`Expected BEGIN_OBJECT but was ${text.slice(0, 20)}`);
}

function malformed(problem: string): InvalidArgumentError {
  return new InvalidArgumentError(`com.google.gson.JsonSyntaxException: ${problem}`);
}

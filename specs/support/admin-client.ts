import type { z } from 'zod';
import { HarnessError } from '../../config/errors.ts';
import type { AdminAddress } from '../../config/targets/emulated.ts';

/** A phone that answers takes milliseconds. */
const ANSWER_LIMIT_MS = 10_000;

/** An emulated part did not do what a spec asked it for. */
export class AdminRequestError extends HarnessError {}

/** Asks one admin address of an emulated phone; JSON both ways. */
export class AdminClient {
  readonly #address: AdminAddress;

  constructor(address: AdminAddress) {
    this.#address = address;
  }

  /** @throws {AdminRequestError} unless the answer is a success. */
  async send(method: 'DELETE' | 'PATCH' | 'POST' | 'PUT', path: string, body?: object) {
    await this.#request(method, path, body);
  }

  /** @throws {AdminRequestError}, and zod's error when the answer has another shape. */
  async get<T>(path: string, shape: z.ZodType<T>): Promise<T> {
    return shape.parse(await (await this.#request('GET', path)).json());
  }

  /** @throws {AdminRequestError}, and zod's error when the answer has another shape. */
  async post<T>(path: string, body: object, shape: z.ZodType<T>): Promise<T> {
    return shape.parse(await (await this.#request('POST', path, body)).json());
  }

  async bytes(path: string): Promise<Buffer> {
    return Buffer.from(await (await this.#request('GET', path)).arrayBuffer());
  }

  async #request(method: string, path: string, body?: object): Promise<Response> {
    const { url, token } = this.#address;
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    if (response.ok) return response;
    throw new AdminRequestError(`${method} ${path} was refused by the emulated phone.`, {
      expected: 'a status of 2xx',
      seen: `${response.status}: ${await response.text()}`,
      remedy: 'Compare the request with emulator/admin/README.md and emulator/service/README.md.',
    });
  }
}

/**
 * Sends what the person did, in its order, one request at a time: what comes up meanwhile goes
 * together with the next one.
 */
export class Input {
  /** @type {object[]} */
  #waiting = [];
  #isSending = false;
  /** @type {(isReached: boolean) => void} */
  #onReached;

  /** @param {(isReached: boolean) => void} onReached told after each request whether it arrived */
  constructor(onReached) {
    this.#onReached = onReached;
  }

  /** @param {object} event as the phone takes it: `{touch, x, y}`, `{text}`, `{key}` or `{turn}` */
  send(event) {
    this.#waiting.push(event);
    if (!this.#isSending) void this.#sendAll();
  }

  async #sendAll() {
    this.#isSending = true;
    while (this.#waiting.length > 0) {
      const body = JSON.stringify(this.#waiting.splice(0));
      try {
        const { ok } = await fetch('input', { method: 'POST', body });
        this.#onReached(ok);
      } catch {
        this.#onReached(false);
      }
    }
    this.#isSending = false;
  }
}

/**
 * Sends what the person did, in its order, one request at a time: what comes up meanwhile goes
 * together with the next one.
 */
export class Input {
  /** @type {object[]} */
  #waiting = [];
  #isSending = false;
  /** @type {(problem: string | undefined) => void} */
  #onAnswer;

  /**
   * @param {(problem: string | undefined) => void} onAnswer told after each request why the phone
   *   refused it: `''` if there was no answer, `undefined` if it was taken
   */
  constructor(onAnswer) {
    this.#onAnswer = onAnswer;
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
        const response = await fetch('input', { method: 'POST', body });
        this.#onAnswer(response.ok ? undefined : await response.text());
      } catch {
        this.#onAnswer('');
      }
    }
    this.#isSending = false;
  }
}

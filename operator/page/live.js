/** @typedef {import('../page-state.ts').PictureMessage} PictureMessage */

/**
 * The live pictures of all phones, over one connection: a browser opens six to a server and no more.
 * They are asked for only while the page can be seen, since each costs the phone some work.
 */
export class LivePictures {
  /** @type {EventSource | undefined} */
  #source;
  #isWanted = false;
  /** @type {(message: PictureMessage) => void} */
  #onPicture;

  /** @param {(message: PictureMessage) => void} onPicture */
  constructor(onPicture) {
    this.#onPicture = onPicture;
    document.addEventListener('visibilitychange', () => this.#connect());
  }

  /** @param {boolean} isWanted whether there is a phone that can have one */
  want(isWanted) {
    if (isWanted === this.#isWanted) return;
    this.#isWanted = isWanted;
    this.#connect();
  }

  #connect() {
    const isDue = this.#isWanted && document.visibilityState === 'visible';
    if (!isDue) {
      this.#source?.close();
      this.#source = undefined;
    } else if (this.#source === undefined) {
      this.#source = new EventSource('pictures');
      this.#source.addEventListener('message', ({ data }) => {
        /** @type {unknown} */
        const message = JSON.parse(String(data));
        this.#onPicture(/** @type {PictureMessage} */ (message));
      });
    }
  }
}

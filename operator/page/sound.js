import { setText } from './element.js';

const NOTES_HZ = [660, 880];
const NOTE_S = 0.14;
const VOLUME = 0.15;

/**
 * A sound when somebody is asked, and its button. A browser plays none before the person has clicked
 * or typed on the page, so the button says which it is.
 */
export class Sound {
  #context = new AudioContext();
  #isWanted = true;
  /** @type {HTMLElement} */
  #button;

  /** @param {HTMLElement} button */
  constructor(button) {
    this.#button = button;
    button.hidden = false;
    button.addEventListener('click', () => void this.#toggle());
    for (const type of ['pointerdown', 'keydown']) {
      document.addEventListener(type, ({ target }) => {
        // The button has its own say.
        if (!(target instanceof Node && button.contains(target))) void this.#allow();
      });
    }
    this.#context.addEventListener('statechange', () => this.#show());
    this.#show();
  }

  get #isOn() {
    return this.#isWanted && this.#context.state === 'running';
  }

  /** Two notes, if sound is on. */
  play() {
    if (!this.#isOn) return;
    const { currentTime: now, destination } = this.#context;
    NOTES_HZ.forEach((frequency, index) => {
      const start = now + index * NOTE_S;
      const oscillator = new OscillatorNode(this.#context, { frequency });
      const volume = new GainNode(this.#context, { gain: 0 });
      volume.gain.linearRampToValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(VOLUME, start + 0.02);
      volume.gain.linearRampToValueAtTime(0, start + NOTE_S);
      oscillator.connect(volume).connect(destination);
      oscillator.start(start);
      oscillator.stop(start + NOTE_S);
    });
  }

  async #toggle() {
    this.#isWanted = !this.#isOn;
    await this.#allow();
    this.#show();
    this.play();
  }

  /** For a click or a key: from then on the browser lets the page be heard. */
  async #allow() {
    if (!this.#isWanted || this.#context.state === 'running') return;
    await this.#context.resume();
  }

  #show() {
    this.#button.setAttribute('aria-pressed', String(this.#isOn));
    setText(this.#button, this.#isOn ? 'Sound on' : 'Sound off');
    this.#button.title = this.#isOn
      ? 'You hear two notes when somebody is asked.'
      : 'Turn on two notes for when somebody is asked. Browsers keep them back until you have clicked or typed here.';
  }
}

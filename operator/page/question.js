import { element, setText } from './element.js';
import { formatClock, serverNow } from './time.js';

/** @typedef {import('../page-state.ts').QuestionView} QuestionView */
/** @typedef {import('../../config/operator.ts').PictureAnswer} PictureAnswer */

/** A picture code is shown at least this wide where the window lets it, in CSS pixels. */
const WIDE_PX = 480;
const LARGEST_SCALE = 4;
/** The rest of a step's budget in which the countdown is coloured. */
const HURRY_MS = 30_000;

/** One question, with all that is needed to answer it. What is typed stays in it until it closes. */
export class Question {
  /** @type {QuestionView} */
  #view;
  #totalMs;
  #input = element('input', {
    type: 'text',
    name: 'picture-text',
    autocomplete: 'off',
    autocapitalize: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
    inputmode: 'text',
    enterkeyhint: 'send',
    maxlength: '40',
    required: '',
  });
  #send = element('button', { type: 'submit', class: 'primary' }, 'Send');
  #another = element(
    'button',
    { type: 'button', 'aria-keyshortcuts': 'Alt+N' },
    'New picture ',
    element('kbd', {}, 'Alt N'),
  );
  #typed = element(
    'button',
    { type: 'button', 'aria-keyshortcuts': 'Alt+P' },
    element('span'),
    ' ',
    element('kbd', {}, 'Alt P'),
  );
  #later = element('button', { type: 'button', class: 'quiet' }, 'Next question');
  #place = element('span', { class: 'place' });
  #left = element('span', { class: 'left' });
  #bar = element('progress', { max: '1', 'aria-label': 'Time that is left to answer' });
  #isSending = false;
  /** @type {(answer: PictureAnswer) => Promise<void>} */
  #answer;

  /**
   * @param {QuestionView} view
   * @param {{ phone: string, answer: (answer: PictureAnswer) => Promise<void>, later: () => void }} options
   *   `phone`: what people call it; `answer` never rejects
   */
  constructor(view, { phone, answer, later }) {
    this.#view = view;
    this.#totalMs = Math.max(1, view.untilMs - view.askedAtMs);
    this.#answer = answer;
    const titleId = `question-${view.id}`;
    this.#input.id = `${titleId}-text`;
    this.#input.setAttribute('aria-describedby', `${titleId}-of ${titleId}-why`);
    const form = element(
      'form',
      {},
      element('label', { for: this.#input.id }, 'Text in the picture'),
      element('div', { class: 'entry' }, this.#input, this.#send),
    );
    const { onPhone } = view;
    setText(
      /** @type {HTMLElement} */ (this.#typed.firstElementChild),
      onPhone === undefined ? 'I typed it on the phone' : 'I did it on the phone',
    );
    this.root = element(
      'article',
      { class: 'question', 'aria-labelledby': titleId },
      element(
        'header',
        {},
        element(
          'h2',
          { id: titleId },
          onPhone === undefined
            ? 'Type the text in the picture'
            : `On the phone, please ${onPhone}`,
        ),
        element('p', { class: 'of', id: `${titleId}-of` }, phone, ' ', this.#place),
        this.#later,
      ),
      this.#picture(phone),
      ...(view.note === undefined
        ? []
        : [element('p', { class: 'why', id: `${titleId}-why` }, view.note)]),
      ...(onPhone === undefined ? [form] : []),
      element(
        'div',
        { class: 'others' },
        ...(onPhone === undefined ? [this.#another] : []),
        this.#typed,
      ),
      element('div', { class: 'countdown' }, this.#bar, this.#left),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const text = this.#input.value.trim();
      if (text === '') this.#input.value = '';
      if (!form.reportValidity()) return;
      void this.#give({ kind: 'text', text });
    });
    this.#another.addEventListener('click', () => void this.#give({ kind: 'new-picture' }));
    this.#typed.addEventListener('click', () => void this.#give({ kind: 'typed-on-phone' }));
    this.#later.addEventListener('click', later);
    this.tick();
  }

  get view() {
    return this.#view;
  }

  /** Puts the cursor where the answer is given. */
  focus() {
    if (this.#view.onPhone === undefined) this.#input.focus();
    else this.#typed.focus();
  }

  /**
   * @param {number} index from 0
   * @param {number} count
   */
  setPlace(index, count) {
    setText(this.#place, count > 1 ? `${index + 1} of ${count}` : '');
    this.#later.hidden = count < 2;
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether it was one of this question's shortcuts
   */
  takeKey({ altKey, ctrlKey, metaKey, code }) {
    if (!altKey || ctrlKey || metaKey) return false;
    // By the key's place: macOS makes other characters with Alt.
    if (code === 'KeyN' && this.#another.isConnected) this.#another.click();
    else if (code === 'KeyP') this.#typed.click();
    else return false;
    return true;
  }

  /** Shows the time that is left; to be called every second. */
  tick() {
    const leftMs = Math.max(0, this.#view.untilMs - serverNow());
    this.#bar.value = leftMs / this.#totalMs;
    setText(this.#left, `${formatClock(leftMs)} left`);
    this.root.classList.toggle('hurry', leftMs < HURRY_MS);
  }

  /** @param {PictureAnswer} answer */
  async #give(answer) {
    if (this.#isSending) return;
    this.#setSending(true);
    await this.#answer(answer);
    // Where it was taken the question is about to close; else it can be tried again.
    this.#setSending(false);
  }

  /** @param {boolean} isSending */
  #setSending(isSending) {
    this.#isSending = isSending;
    // A field that is disabled loses the cursor.
    this.#input.readOnly = isSending;
    for (const button of [this.#send, this.#another, this.#typed]) {
      button.setAttribute('aria-disabled', String(isSending));
    }
  }

  /** @param {string} phone */
  #picture(phone) {
    if (!this.#view.hasPicture) {
      return element(
        'p',
        { class: 'look' },
        element('strong', {}, 'Look at the phone.'),
        this.#view.onPhone === undefined
          ? ' This page of it forbids pictures. Type here what you read there, or type it on the phone.'
          : ' This page of it forbids pictures.',
      );
    }
    const alt = this.#view.onPhone === undefined ? 'Picture code' : 'Screen';
    const image = element('img', { alt: `${alt} of ${phone}`, class: 'code' });
    image.addEventListener('load', () => {
      if (this.#view.onPhone !== undefined) return;
      const scale = Math.min(LARGEST_SCALE, Math.ceil(WIDE_PX / image.naturalWidth));
      image.style.width = `${Math.max(1, scale) * image.naturalWidth}px`;
    });
    image.addEventListener('error', () => {
      image.replaceWith(element('p', {}, 'The picture could not be loaded: look at the phone.'));
    });
    image.src = `questions/${encodeURIComponent(this.#view.id)}/picture`;
    return element('div', { class: 'frame' }, image);
  }
}

import { Question } from './question.js';

/** @typedef {import('../page-state.ts').PageState} PageState */
/** @typedef {import('../page-state.ts').QuestionView} QuestionView */
/** @typedef {import('../../config/operator.ts').PictureAnswer} PictureAnswer */

/** @type {Readonly<Record<PictureAnswer['kind'], (phone: string) => string>>} */
const TAKEN = {
  text: (phone) => `Sent. ${phone} types it now.`,
  'new-picture': (phone) => `${phone} is asked for a new picture …`,
  'typed-on-phone': (phone) => `Thank you. Waiting for ${phone} to move on.`,
};
/** What is said of a question that somebody else closed. */
const ELSEWHERE = {
  text: (/** @type {string} */ phone) => `The picture code of ${phone} was answered elsewhere.`,
  'new-picture': (/** @type {string} */ phone) => `Somebody else asked ${phone} for a new picture.`,
  'typed-on-phone': (/** @type {string} */ phone) =>
    `Somebody said that it was typed on ${phone} itself.`,
  'answered-on-phone': (/** @type {string} */ phone) =>
    `${phone} has moved on: no answer is needed any more.`,
  'other-picture': (/** @type {string} */ phone) => `${phone} shows another picture.`,
  'out-of-time': (/** @type {string} */ phone) => `The time to answer ${phone} is over.`,
  'run-over': (/** @type {string} */ phone) => `${phone} is not waiting any more.`,
};

/** The questions that are open. One shows, the one that was asked first, until it is closed. */
export class QuestionQueue {
  /** @type {HTMLElement} */
  #place;
  #say;
  #onAsked;
  #phoneName;
  /** @type {Map<string, Question>} in the order in which they were asked */
  #open = new Map();
  /** @type {Question | undefined} */
  #shown;
  /** Answered on this page. @type {Set<string>} */
  #mine = new Set();
  /** The phone of which it was said last that an answer is on its way. @type {string | undefined} */
  #answered;

  /**
   * @param {HTMLElement} place
   * @param {object} options
   * @param {(text: string) => void} options.say shows and announces a sentence
   * @param {() => void} options.onAsked
   * @param {(serial: string) => string} options.phoneName
   */
  constructor(place, { say, onAsked, phoneName }) {
    this.#place = place;
    this.#say = say;
    this.#onAsked = onAsked;
    this.#phoneName = phoneName;
    document.addEventListener('keydown', (event) => {
      if (this.#shown?.takeKey(event)) event.preventDefault();
    });
  }

  /** @returns {QuestionView | undefined} the question that shows */
  get shown() {
    return this.#shown?.view;
  }

  get count() {
    return this.#open.size;
  }

  /** @param {Pick<PageState, 'questions' | 'closed'>} state */
  update({ questions, closed }) {
    const ids = new Set(questions.map(({ id }) => id));
    for (const [id, question] of this.#open) {
      if (ids.has(id)) continue;
      this.#open.delete(id);
      const { how } = closed.find((one) => one.id === id) ?? {
        how: /** @type {const} */ ('run-over'),
      };
      if (!this.#mine.delete(id)) this.#tell(ELSEWHERE[how](this.#phoneName(question.view.serial)));
    }
    const asked = questions.filter(({ id }) => !this.#open.has(id));
    for (const view of asked) this.#open.set(view.id, this.#make(view));
    if (asked.some(({ serial }) => serial === this.#answered)) this.#tell('');
    if (this.#shown === undefined || !this.#open.has(this.#shown.view.id)) {
      this.#show([...this.#open.values()][0]);
    }
    this.#setPlaces();
    if (asked.length > 0) this.#onAsked();
  }

  tick() {
    this.#shown?.tick();
  }

  /** @param {QuestionView} view */
  #make(view) {
    return new Question(view, {
      phone: this.#phoneName(view.serial),
      answer: (answer) => this.#send(view, answer),
      later: () => {
        const all = [...this.#open.values()];
        const index = all.findIndex(({ view: { id } }) => id === view.id);
        this.#show(all[(index + 1) % all.length]);
      },
    });
  }

  /** @param {Question | undefined} question */
  #show(question) {
    this.#shown = question;
    this.#place.replaceChildren(...(question === undefined ? [] : [question.root]));
    question?.tick();
    question?.focus();
  }

  #setPlaces() {
    [...this.#open.values()].forEach((question, index, { length }) =>
      question.setPlace(index, length),
    );
  }

  /**
   * @param {QuestionView} question
   * @param {PictureAnswer} answer
   */
  async #send({ id, serial }, answer) {
    this.#mine.add(id);
    const outcome = await post(`questions/${encodeURIComponent(id)}/answer`, answer);
    if (outcome.isTaken) {
      this.#tell(TAKEN[answer.kind](this.#phoneName(serial)), serial);
      return;
    }
    this.#mine.delete(id);
    this.#tell(outcome.message);
  }

  /**
   * @param {string} text
   * @param {string} [answered] the phone that an answer is on its way to: until it asks again
   */
  #tell(text, answered) {
    this.#answered = answered;
    this.#say(text);
  }
}

/**
 * @param {string} path
 * @param {PictureAnswer} answer
 * @returns {Promise<{ isTaken: true } | { isTaken: false, message: string }>}
 */
async function post(path, answer) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(answer),
    });
    if (response.ok) return { isTaken: true };
    /** @type {unknown} */
    const body = await response.json();
    const { message } = /** @type {{ message: string }} */ (body);
    return { isTaken: false, message };
  } catch {
    return { isTaken: false, message: 'Not sent: the run cannot be reached. Try again.' };
  }
}

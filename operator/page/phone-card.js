import { element, setText } from './element.js';
import { formatClock, formatDuration, serverNow } from './time.js';

/** @typedef {import('../page-state.ts').PhoneView} PhoneView */
/** @typedef {import('../page-state.ts').PictureMessage} PictureMessage */

const ACCOUNTS = {
  created: 'account created',
  'signed-in': 'signed in',
  'signed-out': 'signed out',
  none: '',
};
const STATUS_TEXTS = {
  connecting: 'Waiting for the phone’s picture …',
  live: '',
  silent: 'The phone sends no picture at the moment.',
};
const FORBIDDEN = 'This page of the phone forbids pictures: look at the phone.';

/** One phone of the run: its live picture, and how far it has come. */
export class PhoneCard {
  #name = element('h2');
  #system = element('p', { class: 'system' });
  #account = element('p', { class: 'pill good' });
  #asks = element('p', { class: 'pill asks' }, 'asks you');
  #image = element('img', { class: 'live', hidden: '' });
  #overlay = element('p', { class: 'overlay' });
  #steps = element('ol', { class: 'steps' });
  #waiting = element('p', { class: 'waiting' });
  #bar = element('progress', { max: '1', 'aria-label': 'Time of the step that is used up' });
  #clock = element('p', { class: 'clock' });
  #current = element('div', { class: 'current' }, this.#waiting, this.#bar, this.#clock);
  #stepsShown = '';
  /** @type {PhoneView | undefined} */
  #view;
  /** @type {PictureMessage['status']} */
  #status = 'connecting';
  #forbids = false;
  #isOver = false;

  root = element(
    'article',
    { class: 'phone' },
    element('div', { class: 'screen' }, this.#image, this.#overlay),
    element(
      'div',
      { class: 'facts' },
      element(
        'header',
        {},
        this.#name,
        element('div', { class: 'pills' }, this.#asks, this.#account),
        this.#system,
      ),
      this.#steps,
    ),
  );

  /**
   * @param {PhoneView} view
   * @param {{ asks: boolean, forbids: boolean, isOver: boolean }} run `forbids`: it asks on a page
   *   that forbids pictures
   */
  update(view, { asks, forbids, isOver }) {
    this.#view = view;
    this.#forbids = forbids;
    this.#isOver = isOver;
    setText(this.#name, view.model);
    setText(this.#system, `${view.serial} · ${view.system}`);
    setText(this.#account, ACCOUNTS[view.account]);
    this.#account.hidden = view.account === 'none';
    this.#asks.hidden = !asks;
    this.#image.alt = `Live picture of ${view.model}`;
    this.#showSteps(view);
    this.#showPicture();
    this.tick();
  }

  /** @param {PictureMessage} message */
  picture({ status, jpeg }) {
    this.#status = status;
    if (jpeg !== undefined) {
      this.#image.src = `data:image/jpeg;base64,${jpeg}`;
      this.#image.hidden = false;
    }
    this.#showPicture();
  }

  /** Shows the time that has passed; to be called every second. */
  tick() {
    const current = this.#view?.current;
    if (current === undefined) return;
    const elapsedMs = Math.max(0, serverNow() - current.startedAtMs);
    this.#bar.value = Math.min(1, elapsedMs / current.budgetMs);
    setText(this.#clock, `${formatClock(elapsedMs)} of ${formatClock(current.budgetMs)}`);
  }

  #showPicture() {
    const { noPicture } = this.#view ?? {};
    const text = noPicture ?? (this.#isOver ? this.#lastPicture : this.#momentary);
    setText(this.#overlay, text);
    this.#overlay.hidden = text === '';
    this.root.classList.toggle('over', this.#isOver);
  }

  get #momentary() {
    return this.#forbids ? FORBIDDEN : STATUS_TEXTS[this.#status];
  }

  get #lastPicture() {
    return this.#image.hidden ? 'No picture of it was seen here.' : '';
  }

  /** @param {PhoneView} view */
  #showSteps({ steps, current, toCome }) {
    setText(
      this.#waiting,
      current?.waitingFor === undefined ? '' : `waiting for ${current.waitingFor}`,
    );
    const shown = JSON.stringify([steps, current?.title, toCome]);
    // The list is made anew only when it changes, for those to whom it is read aloud.
    if (shown === this.#stepsShown) return;
    this.#stepsShown = shown;
    this.#steps.replaceChildren(
      ...steps.map(({ title, outcome, durationMs }) =>
        row(outcome, title, element('span', { class: 'took' }, formatDuration(durationMs))),
      ),
      ...(current === undefined ? [] : [row('current', current.title, this.#current)]),
      ...toCome.map((title) => row('to-come', title)),
    );
  }
}

const MARKS = {
  passed: ['✓', 'passed'],
  failed: ['✗', 'failed'],
  current: ['●', 'now'],
  'to-come': ['○', 'to come'],
};

/**
 * @param {keyof typeof MARKS} state
 * @param {string} title
 * @param {...Node} more
 */
function row(state, title, ...more) {
  const [mark = '', meaning = ''] = MARKS[state];
  const attributes = { class: state, ...(state === 'current' ? { 'aria-current': 'step' } : {}) };
  return element(
    'li',
    attributes,
    element('span', { class: 'mark', 'aria-hidden': 'true' }, mark),
    element('span', { class: 'unseen' }, `${meaning}: `),
    element('span', { class: 'title' }, title),
    ...more,
  );
}

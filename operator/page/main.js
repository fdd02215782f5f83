import { showInTab } from './attention.js';
import { byId, element, setText } from './element.js';
import { LivePictures } from './live.js';
import { PhoneCard } from './phone-card.js';
import { QuestionQueue } from './questions.js';
import { Sound } from './sound.js';
import { formatDuration, setServerTime } from './time.js';

/** @typedef {import('../page-state.ts').PageState} PageState */
/** @typedef {import('../page-state.ts').RunEnd} RunEnd */

const TICK_MS = 1000;

/** @type {Map<string, PhoneCard>} */
const cards = new Map();
/** @type {Map<string, string>} */
const names = new Map();
const sound = new Sound(byId('sound'));
const queue = new QuestionQueue(byId('questions'), {
  say: (text) => setText(byId('message'), text),
  onAsked: () => sound.play(),
  phoneName: (serial) => names.get(serial) ?? serial,
});
const live = new LivePictures((message) => cards.get(message.serial)?.picture(message));
let isConnected = false;

/** @param {PageState} state */
function show(state) {
  setServerTime(state.nowMs);
  showPhones(state);
  queue.update(state);
  const { shown } = queue;
  showInTab({
    asked: shown === undefined ? undefined : names.get(shown.serial),
    waiting: queue.count,
    outcome: state.ended?.outcome,
  });
  byId('notes').hidden = state.notes.length === 0;
  byId('notes-list').replaceChildren(...state.notes.map((note) => element('li', {}, note)));
  if (state.ended !== undefined) showEnd(state.ended);
}

/** @param {PageState} state */
function showPhones({ phones, questions, ended }) {
  for (const view of phones) {
    const isOnly = phones.filter(({ model }) => model === view.model).length === 1;
    names.set(view.serial, isOnly ? view.model : `${view.model} (${view.serial})`);
    let card = cards.get(view.serial);
    if (card === undefined) {
      card = new PhoneCard();
      cards.set(view.serial, card);
      byId('phones').append(card.root);
    }
    const asked = questions.filter(({ serial }) => serial === view.serial);
    card.update(view, {
      asks: asked.length > 0,
      forbids: asked.some(({ hasPicture }) => !hasPicture),
      isOver: ended !== undefined,
    });
  }
  byId('starting').hidden = phones.length > 0 || ended !== undefined;
  live.want(ended === undefined && phones.some(({ noPicture }) => noPicture === undefined));
}

/** @param {RunEnd} end */
function showEnd({ outcome, durationMs, error, report }) {
  const verdict = outcome === 'passed' ? '✓ Passed' : '✗ Failed';
  const place = byId('ended');
  place.classList.add(outcome);
  place.replaceChildren(
    element('h2', { id: 'ended-title' }, `The run has ended: ${verdict.toLowerCase()}`),
    element('p', {}, `It took ${formatDuration(durationMs)}.`),
    ...(error === undefined ? [] : [element('pre', {}, error)]),
    element(
      'p',
      {},
      ...(report === undefined
        ? ['Its report could not be made.']
        : ['The report: ', element('code', {}, report)]),
    ),
  );
  place.hidden = false;
  setText(byId('message'), '');
  place.focus();
}

/**
 * @param {string} text
 * @param {'ok' | 'lost' | 'over'} kind
 */
function showConnection(text, kind) {
  const place = byId('connection');
  setText(place, text);
  place.dataset['kind'] = kind;
}

byId('no-script').remove();
showConnection('connecting …', 'over');
const source = new EventSource('events');
source.addEventListener('open', () => {
  isConnected = true;
  showConnection('live', 'ok');
});
source.addEventListener('error', () => {
  isConnected = false;
  showConnection('The run cannot be reached: it was stopped, or is starting again …', 'lost');
});
source.addEventListener('message', ({ data }) => {
  /** @type {unknown} */
  const message = JSON.parse(String(data));
  const state = /** @type {PageState} */ (message);
  show(state);
  if (state.ended === undefined) return;
  source.close();
  isConnected = false;
  showConnection('ended', 'over');
});

setInterval(() => {
  // What a run that cannot be reached does with its time is not known.
  if (!isConnected) return;
  queue.tick();
  for (const card of cards.values()) card.tick();
}, TICK_MS);

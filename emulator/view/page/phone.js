import { Input } from './input.js';

const RETRY_MS = 2000;
const NO_ANSWER = 'The phone does not answer: it was probably stopped.';

/** A wheel that stands still for so long has ended its scroll. */
const WHEEL_REST_MS = 150;
const PX_PER_LINE = 20;

/** Keys of a computer's keyboard, and the phone's that do the same. */
const KEYS = new Map([
  ['Backspace', 'DEL'],
  ['Delete', 'FORWARD_DEL'],
  ['Enter', 'ENTER'],
  ['Escape', 'BACK'],
  ['ArrowLeft', 'DPAD_LEFT'],
  ['ArrowRight', 'DPAD_RIGHT'],
  ['ArrowUp', 'DPAD_UP'],
  ['ArrowDown', 'DPAD_DOWN'],
  ['Home', 'MOVE_HOME'],
  ['End', 'MOVE_END'],
]);

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

const screen = element('screen');
const picture = /** @type {HTMLImageElement} */ (element('picture'));
const status = element('status');

const input = new Input((problem) => {
  status.textContent = problem === undefined ? '' : problem || NO_ANSWER;
});

watch();
takeTouches();
takeWheel();
takeKeys();
takeButtons();
screen.focus();

/** Shows the live picture, again and again where it breaks off. */
function watch() {
  const connect = () => {
    picture.src = `screen?${Date.now()}`;
  };
  picture.addEventListener('load', () => {
    status.textContent = '';
  });
  // The end of a stream that has begun is no error event in Chromium: it leaves an empty picture.
  setInterval(() => {
    if (!picture.hasAttribute('src') || !picture.complete || picture.naturalWidth > 0) return;
    status.textContent = NO_ANSWER;
    connect();
  }, RETRY_MS);
  // A picture without end that is part of the page would keep it loading.
  window.addEventListener('load', () => setTimeout(connect));
}

/** A mouse, a pen or the first finger is the finger on the phone. */
function takeTouches() {
  /** @type {number | undefined} */
  let pointer;
  /** @param {'down' | 'move' | 'up' | 'cancel'} touch @param {PointerEvent} event */
  const send = (touch, event) => input.send({ touch, ...placeOf(event) });
  picture.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || pointer !== undefined) return;
    event.preventDefault();
    screen.focus();
    pointer = event.pointerId;
    picture.setPointerCapture(pointer);
    send('down', event);
  });
  picture.addEventListener('pointermove', (event) => {
    if (event.pointerId === pointer) send('move', event);
  });
  const end = (/** @type {'up' | 'cancel'} */ touch) => (/** @type {PointerEvent} */ event) => {
    if (event.pointerId !== pointer) return;
    pointer = undefined;
    send(touch, event);
  };
  picture.addEventListener('pointerup', end('up'));
  picture.addEventListener('pointercancel', end('cancel'));
  picture.addEventListener('contextmenu', (event) => event.preventDefault());
}

/**
 * Where on the phone's screen it is, as shares of its width and height.
 * @param {MouseEvent} event
 */
function placeOf({ clientX, clientY }) {
  const { left, top, width, height } = picture.getBoundingClientRect();
  return { x: within((clientX - left) / width), y: within((clientY - top) / height) };
}

/** @param {number} share */
function within(share) {
  return Math.min(1, Math.max(0, share));
}

/** A wheel scrolls as a finger does that comes down and is never lifted: it neither taps nor flings. */
function takeWheel() {
  /** @type {{ x: number, y: number } | undefined} */
  let finger;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;
  const end = () => {
    if (finger) input.send({ touch: 'cancel', ...finger });
    finger = undefined;
  };
  picture.addEventListener('wheel', (event) => {
    if (event.ctrlKey || event.buttons !== 0 || event.deltaY === 0) return;
    event.preventDefault();
    const deltaPx =
      event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PX_PER_LINE : 1);
    const delta = deltaPx / picture.getBoundingClientRect().height;
    // A finger that has reached the edge comes down anew.
    if (finger && finger.y - delta !== within(finger.y - delta)) end();
    if (!finger) {
      finger = placeOf(event);
      input.send({ touch: 'down', ...finger });
    }
    finger = { x: finger.x, y: within(finger.y - delta) };
    input.send({ touch: 'move', ...finger });
    clearTimeout(rest);
    rest = setTimeout(end, WHEEL_REST_MS);
  });
}

/** What is typed while the screen has the focus goes to the phone. Tab moves on, as on any page. */
function takeKeys() {
  screen.addEventListener('keydown', (event) => {
    // Characters on a key's third level (AltGr) come with Ctrl and Alt on Windows.
    const isShortcut =
      (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
    if (isShortcut || event.isComposing) return;
    const key = KEYS.get(event.key);
    if (key) input.send({ key });
    else if ([...event.key].length === 1) input.send({ text: event.key });
    else return;
    event.preventDefault();
  });
  screen.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain');
    if (text) input.send({ text });
    event.preventDefault();
  });
}

function takeButtons() {
  for (const button of document.querySelectorAll('button')) {
    button.addEventListener('click', () => {
      const { key } = button.dataset;
      input.send(key === undefined ? { turn: true } : { key });
      screen.focus();
    });
  }
}

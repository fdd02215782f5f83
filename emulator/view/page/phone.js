import { Input } from './input.js';

const RETRY_MS = 2000;

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

const input = new Input((isReached) => {
  status.textContent = isReached ? '' : 'The phone does not answer: it may be off.';
});

watch();
takeTouches();
takeKeys();
takeButtons();
screen.focus();

/** Shows the live picture, again and again where it breaks off. */
function watch() {
  const connect = () => {
    picture.src = `screen?${Date.now()}`;
  };
  picture.addEventListener('error', () => {
    status.textContent = 'No picture: the phone may be off.';
    setTimeout(connect, RETRY_MS);
  });
  picture.addEventListener('load', () => {
    status.textContent = '';
  });
  // A picture without end that is part of the page would keep it loading.
  window.addEventListener('load', () => setTimeout(connect));
}

/** A mouse, a pen or the first finger is the finger on the phone. */
function takeTouches() {
  /** @type {number | undefined} */
  let pointer;
  /** @param {'down' | 'move' | 'up' | 'cancel'} touch @param {PointerEvent} event */
  const send = (touch, event) => {
    const { left, top, width, height } = picture.getBoundingClientRect();
    const share = (/** @type {number} */ at, /** @type {number} */ size) =>
      Math.min(1, Math.max(0, at / size));
    const x = share(event.clientX - left, width);
    const y = share(event.clientY - top, height);
    input.send({ touch, x, y });
  };
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

/** What is typed while the screen has the focus goes to the phone. Tab moves on, as on any page. */
function takeKeys() {
  screen.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
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

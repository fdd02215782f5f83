import type { UiAutomation } from '../../android/accessibility.ts';
import type { Clock } from '../../android/clock.ts';
import { InvalidArgumentError } from '../errors.ts';
import { keyCodeOfCharacter, keyOf, shifted } from './key-codes.ts';
import { EVENT_INTERVAL_MS, type TimedEvent, type Timeline } from './model.ts';

/** What the virtual keyboard's character map (Virtual.kcm) has keys for. */
const ON_KEYBOARD = /^[\t\n\x20-\x7e]$/;
const META_SHIFT_ON = 0x1;

/** Downs before ups before moves at one moment; ups in reverse order of the fingers. */
const ORDER = { keyDown: 0, keyUp: 0, down: 1, up: 2, move: 3 } as const;

/**
 * Injects a timeline's events when they are due.
 * @throws the signal's reason if that is aborted before the end.
 */
export async function executeTimeline(
  timeline: Timeline,
  automation: UiAutomation,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  const keyboard = new Keyboard(automation);
  const startMs = clock.now();
  let isEmpty = true;
  for (const { atMs, events } of moments(timeline)) {
    isEmpty = false;
    const waitMs = startMs + atMs - clock.now();
    if (waitMs > 0) await clock.sleep(waitMs, signal);
    for (const event of inOrder(events)) {
      if ('codePoint' in event) keyboard.apply(event);
      else {
        const { kind: action, pointer, x, y } = event;
        automation.injectTouch({ action, pointer, x, y });
      }
    }
  }
  if (!isEmpty) await clock.sleep(EVENT_INTERVAL_MS, signal);
}

/** Reads the tracks side by side: each moment once, with what all of them do in it. */
function* moments(timeline: Timeline): Generator<{ atMs: number; events: TimedEvent[] }> {
  const heads = timeline.map((track) => {
    const rest = track[Symbol.iterator]();
    return { rest, next: rest.next() };
  });
  for (;;) {
    const atMs = Math.min(...heads.map(({ next }) => (next.done ? Infinity : next.value.atMs)));
    if (atMs === Infinity) return;
    const events: TimedEvent[] = [];
    for (const head of heads) {
      while (!head.next.done && head.next.value.atMs === atMs) {
        if (head.next.value.event) events.push(head.next.value.event);
        head.next = head.rest.next();
      }
    }
    yield { atMs, events };
  }
}

function inOrder(events: readonly TimedEvent[]): TimedEvent[] {
  return [...events].sort((a, b) => {
    const byKind = ORDER[a.kind] - ORDER[b.kind];
    if (byKind !== 0 || !('pointer' in a) || !('pointer' in b)) return byKind;
    return a.kind === 'up' ? b.pointer - a.pointer : a.pointer - b.pointer;
  });
}

/** Types what key actions say; a key acts when it goes down. */
class Keyboard {
  readonly #automation: UiAutomation;
  readonly #modifiers = new Set<number>();

  constructor(automation: UiAutomation) {
    this.#automation = automation;
  }

  /** @throws InvalidArgumentError for a character that no key of the virtual keyboard types. */
  apply(event: { readonly kind: 'keyDown' | 'keyUp'; readonly codePoint: number }): void {
    const key = keyOf(event.codePoint);
    const isDown = event.kind === 'keyDown';
    if (key.kind === 'modifier') {
      if (isDown) this.#modifiers.add(key.metaState);
      else this.#modifiers.delete(key.metaState);
    } else if (key.kind === 'key') {
      if (isDown) this.#press(key.keyCode);
    } else if (event.codePoint === 0) {
      this.#modifiers.clear();
    } else {
      if (!ON_KEYBOARD.test(key.character)) {
        throw new InvalidArgumentError(
          'KeyCharacterMap.getEvents is unable to synthesize KeyEvent sequence out of ' +
            `'${event.codePoint}' key code. Consider applying a patch to UiAutomator2 server ` +
            'code or try to synthesize the necessary key event(s) for it manually',
        );
      }
      if (isDown) this.#type(key.character);
    }
  }

  get #metaState(): number {
    return [...this.#modifiers].reduce((state, bit) => state | bit, 0);
  }

  #press(keyCode: number): void {
    this.#automation.injectKey(keyCode, { metaState: this.#metaState });
  }

  #type(character: string): void {
    const keyCode = keyCodeOfCharacter(character);
    const isShortcut = (this.#metaState & ~META_SHIFT_ON) !== 0;
    if (isShortcut && keyCode !== undefined) {
      this.#press(keyCode);
      return;
    }
    const isShifted = (this.#metaState & META_SHIFT_ON) !== 0;
    this.#automation.injectText(isShifted ? shifted(character) : character);
  }
}

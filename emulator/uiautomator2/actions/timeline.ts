import type { Rect } from '../../android/accessibility.ts';
import { InvalidArgumentError } from '../errors.ts';
import type { Point } from '../gestures/pointer-path.ts';
import {
  type ActionItem,
  type ActionSequence,
  EVENT_INTERVAL_MS,
  type Moment,
  type Timeline,
  type Track,
} from './model.ts';

/** A step each for entering, moving and leaving. */
const MIN_HOVER_MS = 3 * EVENT_INTERVAL_MS;

const ELEMENT_KEY = 'element-6066-11e4-a52e-4f735466cecf';

/** Where an element is; for pointer origins. */
export type LocateElement = (elementId: string) => Promise<Rect>;

/**
 * Works out what happens when (io.appium.uiautomator2.utils.w3c.ActionsTokenizer): moves become
 * steps of 20 ms, durations are rounded up to such steps. Checks everything before the first event,
 * but leaves the steps of a move to whoever reads them: a long move has millions.
 */
export class TimelineBuilder {
  readonly #locate: LocateElement;

  constructor(locate: LocateElement) {
    this.#locate = locate;
  }

  /** @throws InvalidArgumentError if an item lacks what it needs. */
  async build(sequences: readonly ActionSequence[]): Promise<Timeline> {
    const tracks: Track[] = [];
    for (const sequence of sequences) if (sequence.type === 'none') tracks.push(pauses(sequence));
    for (const sequence of sequences) if (sequence.type === 'key') tracks.push(keys(sequence));
    const pointers = sequences.filter(({ type }) => type === 'pointer');
    for (const [pointer, sequence] of pointers.entries()) {
      if (pointer > 0 && ['mouse', 'pen'].includes(sequence.parameters?.pointerType ?? '')) {
        throw new InvalidArgumentError(
          'No more that one simultaneous pointer is supported for pointerType ' +
            sequence.parameters?.pointerType,
        );
      }
      tracks.push(await this.#pointer(sequence, pointer));
    }
    return tracks;
  }

  async #pointer(sequence: ActionSequence, pointer: number): Promise<Track> {
    const { id, actions } = sequence;
    const isMouse = sequence.parameters?.pointerType === 'mouse';
    const coordinates = new Coordinates(id, actions, this.#locate);
    const parts: Track[] = [];
    let atMs = 0;
    let isDown = false;
    let lastMs = { down: -1, up: -1 };
    let isFirstMove = true;
    for (const [i, item] of actions.entries()) {
      if (item.type === 'pause') {
        atMs += align(durationOf(item, id));
        parts.push([{ atMs }]);
      } else if (item.type === 'pointerMove') {
        let durationMs = align(durationOf(item, id));
        if (durationMs >= EVENT_INTERVAL_MS) {
          const isPlacing = isFirstMove && item.origin !== 'pointer';
          if (!isPlacing) {
            const [from, to] = [await coordinates.at(i - 1), await coordinates.at(i)];
            const isTaken = atMs === lastMs.down || atMs === lastMs.up;
            const firstMs = isTaken ? atMs + EVENT_INTERVAL_MS : atMs;
            if (isDown || !isMouse) {
              parts.push(steps(from, to, firstMs, atMs + durationMs, pointer));
            } else {
              // A mouse that hovers takes its time, but these screens do not look at it.
              if (atMs + durationMs - firstMs < MIN_HOVER_MS) durationMs = MIN_HOVER_MS;
              parts.push([{ atMs: firstMs }, { atMs: atMs + durationMs - EVENT_INTERVAL_MS }]);
            }
          }
          atMs += durationMs;
        }
        isFirstMove = false;
      } else {
        const kind = item.type === 'pointerDown' ? 'down' : 'up';
        if (lastMs[kind] === atMs || (kind === 'down' && isDown)) {
          throw new InvalidArgumentError(
            `You cannot perform two or more '${item.type}' actions without a pause between ` +
              `them at ${atMs}ms in '${id}' chain`,
          );
        }
        parts.push([{ atMs, event: { kind, pointer, ...(await coordinates.at(i)) } }]);
        isDown = kind === 'down';
        lastMs = { ...lastMs, [kind]: atMs };
      }
    }
    return joined(parts);
  }
}

function pauses(sequence: ActionSequence): Track {
  let atMs = 0;
  return sequence.actions.map((item) => {
    atMs += align(durationOf(item, sequence.id));
    return { atMs };
  });
}

function keys(sequence: ActionSequence): Track {
  let atMs = 0;
  return sequence.actions.map((item) => {
    if (item.type === 'pause') {
      atMs += align(durationOf(item, sequence.id));
      return { atMs };
    }
    const codePoint = item.value?.codePointAt(0);
    if (codePoint === undefined) {
      const problem = item.value === undefined ? 'Missing value key' : 'value key cannot be empty';
      throw new InvalidArgumentError(
        `${problem} for action item '${item.type}' of action with id ` + `'${sequence.id}'`,
      );
    }
    return { atMs, event: { kind: item.type === 'keyDown' ? 'keyDown' : 'keyUp', codePoint } };
  });
}

function* joined(parts: readonly Track[]): Track {
  for (const part of parts) yield* part;
}

function* steps(
  from: Point,
  to: Point,
  firstMs: number,
  endMs: number,
  pointer: number,
): Generator<Moment> {
  const count = Math.trunc((endMs - firstMs) / EVENT_INTERVAL_MS);
  yield { atMs: firstMs, event: { kind: 'move', pointer, ...(count <= 1 ? to : from) } };
  for (let step = 2; step <= count; step += 1) {
    const x = from.x + ((to.x - from.x) / count) * step;
    const y = from.y + ((to.y - from.y) / count) * step;
    const atMs = firstMs + (step - 1) * EVENT_INTERVAL_MS;
    yield { atMs, event: { kind: 'move', pointer, x, y } };
  }
}

/** Where the pointer is after each item. */
class Coordinates {
  readonly #actionId: string;
  readonly #items: readonly ActionItem[];
  readonly #locate: LocateElement;

  constructor(actionId: string, items: readonly ActionItem[], locate: LocateElement) {
    this.#actionId = actionId;
    this.#items = items;
    this.#locate = locate;
  }

  async at(index: number): Promise<Point> {
    const item = this.#items[index];
    if (!item) {
      throw new InvalidArgumentError(
        `The first item of the action '${this.#actionId}' must only use absolute coordinates`,
      );
    }
    const origin = item.origin ?? 'viewport';
    if (item.type !== 'pointerMove' || origin === 'pointer') {
      if (index === 0) throw this.#notPlaced(item);
      const before = await this.at(index - 1);
      return item.type === 'pointerMove' ? offset(before, item) : before;
    }
    if (origin !== 'viewport') return offset(await this.#elementCenter(item, origin), item);
    if (item.x === undefined || item.y === undefined) {
      throw new InvalidArgumentError(
        `Both coordinates must be be set for action item '${item.type}' #${index + 1} of ` +
          `action '${this.#actionId}'`,
      );
    }
    return { x: item.x, y: item.y };
  }

  #notPlaced(item: ActionItem): InvalidArgumentError {
    const [of, having] = item.type === 'pointerMove' ? ['of', 'containing'] : ['of the', 'having'];
    return new InvalidArgumentError(
      `Action item '${item.type}' #1 ${of} action '${this.#actionId}' should be preceded with at ` +
        `least one item ${having} absolute coordinates`,
    );
  }

  async #elementCenter(item: ActionItem, origin: unknown): Promise<Point> {
    const elementId = elementIdOf(origin);
    if (elementId === undefined) {
      throw new InvalidArgumentError(
        `An unknown element '${asJavaText(origin)}' is set for action item '${item.type}' ` +
          `of action '${this.#actionId}'`,
      );
    }
    const { left, top, right, bottom } = await this.#locate(elementId);
    if (right === left || bottom === top) {
      throw new InvalidArgumentError(
        `The element with id '${elementId}' has zero width/height in the action item ` +
          `${item.type} of action '${this.#actionId}'`,
      );
    }
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  }
}

/** The id in `{"element-6066-…": id}`, the older `{"ELEMENT": id}` or a bare string. */
export function elementIdOf(origin: unknown): string | undefined {
  if (typeof origin === 'string') return origin;
  if (typeof origin !== 'object' || origin === null) return undefined;
  const fields = origin as Readonly<Record<string, unknown>>;
  const id = [fields[ELEMENT_KEY], fields['ELEMENT'], fields['element']].find(
    (value) => typeof value === 'string' && value.trim() !== '',
  );
  return typeof id === 'string' ? id : undefined;
}

/** As java.util.Map.toString: `{key=value}`. */
function asJavaText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return JSON.stringify(value);
  }
  const entries = Object.entries(value).map(([key, item]) => `${key}=${asJavaText(item)}`);
  return `{${entries.join(', ')}}`;
}

function offset(from: Point, item: ActionItem): Point {
  return { x: from.x + (item.x ?? 0), y: from.y + (item.y ?? 0) };
}

function durationOf(item: ActionItem, actionId: string): number {
  const where = `for action item '${item.type}' of action with id '${actionId}'`;
  if (item.duration === undefined) {
    throw new InvalidArgumentError(`Missing duration key ${where}`);
  }
  if (item.duration < 0) throw new InvalidArgumentError(`duration key cannot be negative ${where}`);
  return item.duration;
}

function align(durationMs: number): number {
  return Math.ceil(Math.max(0, durationMs) / EVENT_INTERVAL_MS) * EVENT_INTERVAL_MS;
}

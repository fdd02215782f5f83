/** Bodies of `POST …/actions` as they arrive (W3C WebDriver, "Actions"). */
export interface ActionItem {
  readonly type: string;
  readonly duration: number | undefined;
  readonly origin: unknown;
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly button: number | undefined;
  readonly value: string | undefined;
}

export interface ActionSequence {
  readonly type: 'pointer' | 'key' | 'none';
  readonly id: string;
  readonly parameters?: { readonly pointerType?: 'mouse' | 'pen' | 'touch' };
  readonly actions: readonly ActionItem[];
}

/** What is to be injected at one moment. */
export type TimedEvent =
  | {
      readonly kind: 'down' | 'up' | 'move';
      readonly pointer: number;
      readonly x: number;
      readonly y: number;
    }
  | { readonly kind: 'keyDown' | 'keyUp'; readonly codePoint: number };

/** A moment of a timeline, in milliseconds from its start; nothing happens in one that is waited for. */
export interface Moment {
  readonly atMs: number;
  readonly event?: TimedEvent;
}

/** What one input source does, in order of time. Moves become steps as they are read. */
export type Track = Iterable<Moment>;

/** What all input sources do together. */
export type Timeline = readonly Track[];

/** Events are injected at multiples of this. */
export const EVENT_INTERVAL_MS = 20;

/** What W3C actions are made of, for tests to put together. */
export type Item = Record<string, unknown>;

export const move = (x: number, y: number, duration = 0, origin: unknown = 'viewport'): Item => ({
  type: 'pointerMove',
  x,
  y,
  duration,
  origin,
});
export const down: Item = { type: 'pointerDown', button: 0 };
export const up: Item = { type: 'pointerUp', button: 0 };
export const pause = (duration: number): Item => ({ type: 'pause', duration });
export const finger = (id: string, ...actions: Item[]) => ({
  type: 'pointer',
  id,
  parameters: { pointerType: 'touch' },
  actions,
});
export const keys = (...actions: Item[]) => ({ type: 'key', id: 'keyboard', actions });
export const press = (value: string): Item[] => [
  { type: 'keyDown', value },
  { type: 'keyUp', value },
];

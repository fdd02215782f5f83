import type { Rect } from '../../android/accessibility.ts';
import { elementIdOf } from '../actions/timeline.ts';
import { type Command, post, type Route } from '../command.ts';
import { ElementNotFoundError, IllegalArgumentError } from '../errors.ts';
import { center, type Direction, withoutMargins } from '../gestures/gestures.ts';
import type { Point } from '../gestures/pointer-path.ts';
import type { Body } from '../http/body.ts';
import { readFind } from './find.ts';

export const gestureRoutes: readonly Route[] = [
  gesture('click', performClick),
  gesture('double_click', performDoubleClick),
  gesture('long_click', performLongClick),
  gesture('drag', async (command) => {
    const body = command.body.as('DragModel');
    const start = pointOf(body, 'start');
    const end = body.required('end', pointOf(body, 'end'));
    const bounds = await originBounds(command);
    if (!bounds && !start) {
      throw new IllegalArgumentError(
        'The starting point coordinates must be provided if element is not set',
      );
    }
    const from = bounds ? within(bounds, start) : (start ?? end);
    await command.server.gestures.drag(from, end, body.integer('speed'));
  }),
  gesture('swipe', async (command) => {
    const { area, direction, percent, speed } = await readSwipe(command, 'Swipe');
    await command.server.gestures.swipe(area, direction, percent, speed);
  }),
  gesture('scroll', async (command) => {
    const { area, direction, percent, speed } = await readSwipe(command, 'Scroll');
    return command.server.gestures.scroll(area, direction, percent, speed);
  }),
  gesture('fling', async (command) => {
    const direction = directionOf(command.body.as('FlingModel'), 'Fling');
    const area = await gestureArea(command, 'fling');
    return command.server.gestures.fling(area, direction, command.body.integer('speed'));
  }),
  gesture('pinch_open', (command) => pinch(command, 'open')),
  gesture('pinch_close', (command) => pinch(command, 'close')),
];

export async function performClick(command: Command): Promise<void> {
  await command.server.gestures.click(await clickPoint(command, 'Click'));
}

export async function performDoubleClick(command: Command): Promise<void> {
  await command.server.gestures.doubleClick(await clickPoint(command, 'Double click'));
}

export async function performLongClick(command: Command): Promise<void> {
  const point = await clickPoint(command, 'Long click');
  const durationMs = command.body.number('duration');
  await command.server.gestures.longClick(point, durationMs && Math.trunc(durationMs));
}

function gesture(name: string, handle: (command: Command) => Promise<unknown>): Route {
  return post(`/appium/gestures/${name}`, handle);
}

async function pinch(command: Command, kind: 'open' | 'close'): Promise<void> {
  const body = command.body.as('PinchModel');
  const percent = body.required('percent', body.number('percent'));
  const area = await gestureArea(command, 'pinch');
  await command.server.gestures.pinch(kind, area, percent, body.integer('speed'));
}

async function readSwipe(command: Command, name: 'Swipe' | 'Scroll') {
  const body = command.body.as(`${name}Model`);
  const direction = directionOf(body, name);
  const percent = body.required('percent', body.number('percent'));
  const area = await gestureArea(command, name.toLowerCase());
  return { area, direction, percent, speed: body.integer('speed') };
}

function directionOf(body: Body, name: string): Direction {
  const direction = body.required('direction', body.string('direction')).toUpperCase();
  switch (direction) {
    case 'LEFT':
    case 'RIGHT':
    case 'UP':
    case 'DOWN':
      return direction;
    default:
      throw new IllegalArgumentError(`${name} direction must be one of [LEFT, RIGHT, UP, DOWN]`);
  }
}

/** The element's bounds without margins, or the area given. */
async function gestureArea(command: Command, name: string): Promise<Rect> {
  const area = command.body.object('area', 'RectModel');
  const sides = ['top', 'left', 'width', 'height'].map((side) =>
    area ? Math.trunc(area.required(side, area.number(side))) : 0,
  );
  const [top, left, width, height] = sides as [number, number, number, number];
  const bounds = await originBounds(command);
  if (bounds) return withoutMargins(bounds);
  if (!area) {
    throw new IllegalArgumentError(
      `The ${name} area coordinates must be provided if element is not set`,
    );
  }
  if (width < 0) throw new IllegalArgumentError('Rectangle width must not be negative');
  if (height < 0) throw new IllegalArgumentError('Rectangle height must not be negative');
  return { left, top, right: left + width, bottom: top + height };
}

async function clickPoint(command: Command, name: string): Promise<Point> {
  const offset = pointOf(command.body, 'offset');
  const bounds = (await originBounds(command)) ?? (await locatedBounds(command));
  if (bounds) return within(bounds, offset);
  if (offset) return offset;
  throw new IllegalArgumentError(
    `${name} offset coordinates must be provided if element is not set`,
  );
}

async function originBounds({ session, body }: Command): Promise<Rect | undefined> {
  const id = elementIdOf(body.fields['origin']);
  return id === undefined ? undefined : (await session.elements.get(id)).node.bounds;
}

async function locatedBounds({ server, session, body }: Command): Promise<Rect | undefined> {
  const request = body.object('locator', 'FindElementModel');
  if (!request) return undefined;
  const { locator, contextId } = readFind(request);
  const context = contextId === undefined ? undefined : await session.elements.get(contextId);
  const found = await server.finder.findOne(locator, context);
  if (!found) throw new ElementNotFoundError();
  return found.node.bounds;
}

function within(bounds: Rect, offset: Point | undefined): Point {
  return offset ? { x: bounds.left + offset.x, y: bounds.top + offset.y } : center(bounds);
}

function pointOf(body: Body, name: string): Point | undefined {
  const point = body.object(name, 'PointModel');
  if (!point) return undefined;
  return {
    x: Math.trunc(point.required('x', point.number('x'))),
    y: Math.trunc(point.required('y', point.number('y'))),
  };
}

import { InvalidArgumentError } from '../errors.ts';
import type { Body } from '../http/body.ts';

/** One thing an action does each time it runs. */
export interface Step {
  readonly name: string;
  readonly type: string;
  /** `subtype` and what that needs. */
  readonly payload: Body | undefined;
}

/** `mobile: scheduleAction` (io.appium.uiautomator2.model.api.scheduled.ScheduledActionModel). */
export interface ScheduledAction {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly times: number;
  readonly intervalMs: number;
  readonly maxHistoryItems: number;
  /** The action ends after this many runs without (with) a failed step; not above 0: never. */
  readonly maxPass: number;
  readonly maxFail: number;
}

/** @throws InvalidArgumentError naming the field that is missing or out of range. */
export function readScheduledAction(request: Body): ScheduledAction {
  const body = request.as('ScheduledActionModel');
  const name = body.required('name', body.string('name'));
  const steps = body.required('steps', body.objects('steps', 'ScheduledActionStepModel'));
  const action: ScheduledAction = {
    name,
    steps: steps.map(readStep),
    times: integer(body, 'times') ?? 1,
    intervalMs: integer(body, 'intervalMs') ?? 1000,
    maxHistoryItems: integer(body, 'maxHistoryItems') ?? 20,
    maxPass: integer(body, 'maxPass') ?? -1,
    maxFail: integer(body, 'maxFail') ?? -1,
  };
  checkRanges(action);
  return action;
}

function readStep(body: Body): Step {
  return {
    type: body.required('type', body.string('type')),
    name: body.required('name', body.string('name')),
    payload: body.object('payload', 'ScheduledActionStepModel'),
  };
}

function checkRanges({ name, steps, intervalMs, maxHistoryItems }: ScheduledAction): void {
  if (name.trim() === '') throw new InvalidArgumentError('Action name must not be blank');
  if (intervalMs < 0) {
    throw new InvalidArgumentError(
      `The scheduled action interval must not be negative. You have provided ${intervalMs}`,
    );
  }
  if (steps.length === 0) {
    throw new InvalidArgumentError('The amount of provided action steps must be greater than zero');
  }
  if (maxHistoryItems < 1) {
    throw new InvalidArgumentError(
      'The amount of maximum action history items must be greater than zero',
    );
  }
}

function integer(body: Body, name: string): number | undefined {
  const value = body.number(name);
  return value === undefined ? undefined : Math.trunc(value);
}

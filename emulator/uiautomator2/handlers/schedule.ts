import { post, type Route } from '../command.ts';
import type { Body } from '../http/body.ts';
import { readScheduledAction } from '../scheduled/scheduled-action.ts';
import { runStep } from '../scheduled/steps.ts';

export const scheduleRoutes: readonly Route[] = [
  post('/appium/schedule_action', (command) => {
    const action = readScheduledAction(command.body);
    command.session.scheduler.add(action, (step, startedAtMs) =>
      runStep(command, step, startedAtMs),
    );
    return null;
  }),
  post('/appium/action_history', ({ session, body }) => session.scheduler.history(nameIn(body))),
  post('/appium/unschedule_action', ({ session, body }) => {
    const name = nameIn(body);
    const history = session.scheduler.history(name);
    session.scheduler.remove(name);
    return history;
  }),
];

function nameIn(request: Body): string {
  const body = request.as('FindActionModel');
  return body.required('name', body.string('name'));
}

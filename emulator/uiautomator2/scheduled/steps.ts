import type { Command } from '../command.ts';
import { toServerError } from '../errors.ts';
import type { Body } from '../http/body.ts';
import { performClick, performDoubleClick, performLongClick } from '../handlers/gestures.ts';
import { screenshot } from '../handlers/screen.ts';
import type { Step } from './scheduled-action.ts';
import type { StepResult } from './scheduler.ts';

type Action = (command: Command) => Promise<unknown>;

/** What steps can do, by type and subtype. */
const STEPS: Readonly<Record<string, Readonly<Record<string, Action>>>> = {
  gesture: {
    click: performClick,
    doubleClick: performDoubleClick,
    longClick: performLongClick,
  },
  source: { xml: ({ server }) => server.source.xml() },
  screenshot: { png: async (command) => (await screenshot(command)).toString('base64') },
};
/** The real server's message leaves screenshots out. */
const NAMED_TYPES = ['gesture', 'source'];

const SCHEDULER_PACKAGE = 'io.appium.uiautomator2.utils.actions_scheduler';

interface Failure {
  readonly name: string;
  readonly message: string;
}

/** Does one step, with what the command's session knows. Never rejects. */
export async function runStep(
  command: Command,
  step: Step,
  startedAtMs: number,
): Promise<StepResult> {
  const { name, type } = step;
  const base = { name, type, timestamp: startedAtMs };
  const failed = (failure: Failure): StepResult => {
    const stacktrace = `${failure.name}: ${failure.message}`;
    return { ...base, passed: false, result: null, exception: { ...failure, stacktrace } };
  };
  const action = actionOf(step);
  if (!('run' in action)) return failed(action);
  try {
    const result = await action.run({ ...command, body: action.payload });
    return { ...base, passed: true, result: result ?? null, exception: null };
  } catch (thrown) {
    const { className, message } = toServerError(thrown);
    return failed({ name: className, message });
  }
}

function actionOf({ name, type, payload }: Step): Failure | { run: Action; payload: Body } {
  if (!Object.hasOwn(STEPS, type)) {
    return {
      name: `${SCHEDULER_PACKAGE}.UnknownStepTypeException`,
      message:
        `The value '${type}' of 'type' field in step '${name}' is unknown. ` +
        `Only the following kinds are supported: [${NAMED_TYPES.join(', ')}]`,
    };
  }
  if (!payload) {
    return {
      name: 'java.lang.NullPointerException',
      message: "Attempt to invoke interface method 'boolean java.util.Map.containsKey' on null",
    };
  }
  const subtypes = STEPS[type] ?? {};
  const asked = payload.fields['subtype'];
  const run = typeof asked === 'string' && Object.hasOwn(subtypes, asked) && subtypes[asked];
  if (run) return { run, payload };
  return {
    name: `${SCHEDULER_PACKAGE}.UnknownStepSubtypeException`,
    message:
      `The value '${typeof asked === 'string' ? asked : JSON.stringify(asked ?? null)}' of ` +
      `'subtype' field in step '${name}' (type '${type}') is unknown. ` +
      `Only the following subtypes are supported: [${Object.keys(subtypes).join(', ')}]`,
  };
}

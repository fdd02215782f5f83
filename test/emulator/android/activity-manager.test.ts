import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  Activity,
  type ActivityDefinition,
  type AppDefinition,
} from '../../../emulator/android/activity.ts';
import { ActivityNotFoundError } from '../../../emulator/android/activity-manager.ts';
import { ManualClock } from '../../../emulator/android/clock.ts';
import { AndroidSystem } from '../../../emulator/android/system.ts';
import {
  FLAG_ACTIVITY_CLEAR_TASK,
  FLAG_ACTIVITY_CLEAR_TOP,
  FLAG_ACTIVITY_NEW_TASK,
} from '../../../emulator/android/task.ts';
import { redmiNote13Pro5g } from '../../../emulator/profiles/redmi-note-13-pro-5g.ts';
import type { UiNode } from '../../../emulator/ui/jsx-runtime.ts';
import { TextView } from '../../../emulator/ui/widgets.tsx';

const KEYCODE_BACK = 4;

/** Writes its lifecycle into a list. */
class LoggedActivity extends Activity {
  readonly log: string[];
  readonly name: string;

  constructor(name: string, log: string[], ...place: ConstructorParameters<typeof Activity>) {
    super(...place);
    this.name = name;
    this.log = log;
  }

  override onCreate(): void {
    this.log.push(`${this.name} create`);
    if (this.intent.extras?.['finish']) this.finish();
  }
  override onResume(): void {
    this.log.push(`${this.name} resume`);
  }
  override onPause(): void {
    this.log.push(`${this.name} pause`);
  }
  override onDestroy(): void {
    this.log.push(`${this.name} destroy`);
  }
  render(): UiNode {
    return TextView({ id: 'name', text: this.name });
  }
}

function phone() {
  const log: string[] = [];
  const definition = (
    packageName: string,
    name: string,
    more: Partial<ActivityDefinition> = {},
  ): ActivityDefinition => ({
    className: `${packageName}.${name}`,
    exported: true,
    create: (system, intent) => new LoggedActivity(name, log, system, packageName, intent),
    ...more,
  });
  const app = (packageName: string, activities: ActivityDefinition[]): AppDefinition => ({
    packageName,
    label: packageName,
    versionName: '1',
    versionCode: 1,
    uid: 1000,
    activities,
  });
  const system = new AndroidSystem({
    profile: redmiNote13Pro5g,
    clock: new ManualClock(),
    apps: [
      app('home', [
        definition('home', 'Home', {
          launchMode: 'singleTask',
          actions: ['android.intent.action.MAIN'],
          categories: ['android.intent.category.HOME'],
        }),
      ]),
      app('a', [
        definition('a', 'One', { aliases: ['a.Alias'] }),
        definition('a', 'Two'),
        definition('a', 'Top', { launchMode: 'singleTop' }),
        definition('a', 'Task', { launchMode: 'singleTask' }),
      ]),
      app('b', [definition('b', 'Other', { actions: ['b.VIEW'] })]),
    ],
  });
  system.boot();
  log.length = 0;
  const start = (className: string, flags = 0, extras = {}) =>
    system.activities.start({
      component: { packageName: className.split('.')[0] ?? '', className },
      flags,
      extras,
    });
  const stack = () =>
    system.activities
      .stack()
      .map(({ component }) => component.className.split('.')[1])
      .join(' ');
  return { system, log, start, stack };
}

test('a started activity comes to the front and the one before pauses', () => {
  const { log, start, stack } = phone();
  start('a.One');
  assert.equal(stack(), 'Home One');
  assert.deepEqual(log, ['One create', 'Home pause', 'One resume']);
});

test('only the front activity is on the screen', () => {
  const { system, start } = phone();
  start('a.One');
  const titles = system.windows.automation
    .windows()
    .filter((window) => window.type === 'application')
    .map((window) => window.title);
  assert.deepEqual(titles, ['a/a.One']);
});

test('an alias starts the activity it stands for', () => {
  const { start } = phone();
  assert.equal(start('a.Alias').component.className, 'a.One');
});

test('an action starts the activity that answers it', () => {
  const { system, stack } = phone();
  system.activities.start({ action: 'b.VIEW' });
  assert.equal(stack(), 'Home Other');
});

test('an activity nobody has is not found', () => {
  const { start } = phone();
  assert.throws(() => start('a.Missing'), ActivityNotFoundError);
});

test('back finishes the front activity', () => {
  const { system, log, start, stack } = phone();
  start('a.One');
  log.length = 0;
  system.windows.input.keyEvent(KEYCODE_BACK);
  assert.equal(stack(), 'Home');
  assert.deepEqual(log, ['One pause', 'One destroy', 'Home resume']);
});

test('a destroyed activity no longer waits for anything', () => {
  const { system, start } = phone();
  start('a.One');
  const lifetime = system.activities.resumed?.activity.lifetime.signal;
  system.activities.back();
  assert.equal(lifetime?.aborted, true);
});

test('home keeps the other tasks', () => {
  const { system, start, stack } = phone();
  start('a.One');
  system.activities.home();
  assert.equal(stack(), 'One Home');
});

test('an activity started from another app without a new task belongs to its task', () => {
  const { system, start, stack } = phone();
  start('a.One');
  start('b.Other');
  system.activities.back();
  assert.equal(stack(), 'Home One');
});

test('an activity started from the background stays in the background', () => {
  const { system, start, stack } = phone();
  start('a.One');
  const background = system.activities.resumed?.activity;
  system.activities.home();
  background?.startActivity({ component: { packageName: 'b', className: 'b.Other' } });
  assert.equal(stack(), 'One Other Home');
});

test('a launcher start brings up the task as it was left', () => {
  const { system, start, stack } = phone();
  start('a.One', FLAG_ACTIVITY_NEW_TASK);
  start('a.Two');
  system.activities.home();
  const { newInstance } = start('a.One', FLAG_ACTIVITY_NEW_TASK);
  assert.equal(newInstance, false);
  assert.equal(stack(), 'Home One Two');
});

test('a single-top activity in front is not started again', () => {
  const { start, stack } = phone();
  start('a.Top');
  start('a.Top');
  assert.equal(stack(), 'Home Top');
});

test('a standard activity is started again', () => {
  const { start, stack } = phone();
  start('a.One');
  start('a.One');
  assert.equal(stack(), 'Home One One');
});

test('a single-task activity removes what is above it', () => {
  const { start, stack } = phone();
  start('a.Task');
  start('a.Two');
  start('a.Task');
  assert.equal(stack(), 'Home Task');
});

test('clear-top destroys the activity and what is above it, and starts it anew', () => {
  const { start, stack } = phone();
  start('a.One');
  start('a.Two');
  const { newInstance } = start('a.One', FLAG_ACTIVITY_CLEAR_TOP);
  assert.equal(newInstance, true);
  assert.equal(stack(), 'Home One');
});

test('clear-task empties the task first', () => {
  const { start, stack } = phone();
  start('a.One');
  start('a.Two');
  start('a.Two', FLAG_ACTIVITY_NEW_TASK | FLAG_ACTIVITY_CLEAR_TASK);
  assert.equal(stack(), 'Home Two');
});

test('force-stop takes all activities of the package', () => {
  const { system, start, stack } = phone();
  start('a.One');
  start('b.Other');
  start('a.Two');
  system.activities.forceStop('a');
  assert.equal(stack(), 'Home Other');
});

test('an activity that finishes while it is created is never resumed', () => {
  const { log, start } = phone();
  start('a.One', 0, { finish: true });
  assert.deepEqual(log, ['One create', 'One destroy']);
});

test('a dialog goes with its activity', () => {
  const { system, start } = phone();
  start('a.One');
  system.activities.resumed?.activity.showDialog({ render: () => TextView({ id: 'dialog' }) });
  system.activities.back();
  assert.equal(system.windows.automation.rootInActiveWindow()?.packageName, 'home');
});

test('back dismisses a dialog and leaves its activity', () => {
  const { system, start, stack } = phone();
  start('a.One');
  let dismissals = 0;
  system.activities.resumed?.activity.showDialog({
    render: () => TextView({}),
    onDismiss: () => (dismissals += 1),
  });
  system.windows.input.keyEvent(KEYCODE_BACK);
  assert.equal(dismissals, 1);
  assert.equal(stack(), 'Home One');
});

for (const [canceledOnTouchOutside, expected] of [
  [true, 1],
  [false, 0],
] as const) {
  test(`a touch beside a dialog dismisses it if it says so: ${canceledOnTouchOutside}`, () => {
    const { system, start } = phone();
    start('a.One');
    let dismissals = 0;
    system.activities.resumed?.activity.showDialog({
      canceledOnTouchOutside,
      render: () => TextView({}),
      onDismiss: () => (dismissals += 1),
    });
    system.windows.input.tap(100, 300);
    assert.equal(dismissals, expected);
  });
}

test('a stopped phone has no activities', async () => {
  const { system, start, stack } = phone();
  start('a.One');
  await system.stop();
  assert.equal(stack(), '');
});

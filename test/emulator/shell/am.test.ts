import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { APKS, ShellPhone } from './phone.ts';

describe('shell: am', () => {
  const RUNNER = 'io.appium.uiautomator2.server.test/androidx.test.runner.AndroidJUnitRunner';
  const SERVER_TEST = 'io.appium.uiautomator2.server.test';

  let phone: ShellPhone;
  beforeEach(() => {
    phone = new ShellPhone();
  });
  afterEach(() => phone.stop());

  test('start -W reports the real class behind an alias', async () => {
    assert.equal(
      await phone.stdout('am start -W com.android.settings/.Settings'),
      'Starting: Intent { act=android.intent.action.MAIN cat=[android.intent.category.LAUNCHER] cmp=com.android.settings/.Settings }\n' +
        'Status: ok\nLaunchState: COLD\nActivity: com.android.settings/.MiuiSettings\n' +
        'TotalTime: 0\nWaitTime: 0\nComplete\n',
    );
  });

  test('an unknown class is an error of type 3', async () => {
    const { stderr, exitCode } = await phone.run('am start -n com.foo/.Bar');
    assert.equal(
      stderr,
      'Error type 3\nError: Activity class {com.foo/com.foo.Bar} does not exist.\n',
    );
    assert.equal(exitCode, 1);
  });

  test('an intent that nobody answers is told', async () => {
    assert.match(
      (await phone.run('am start -a no.such.ACTION')).stderr,
      /^Error: Activity not started, unable to resolve Intent \{ act=no\.such\.ACTION flg=0x10000000 \}$/m,
    );
  });

  test('an activity that is in front already is not started again', async () => {
    await phone.run('am start -n com.android.settings/.MiuiSettings');
    assert.match(
      (await phone.run('am start -n com.android.settings/.MiuiSettings')).stderr,
      /^Warning: Activity not started, intent has been delivered to currently running top-most instance\.$/m,
    );
  });

  test('Appium’s helper starts its foreground service and shows no window', async () => {
    await phone.install(APKS.settings);
    await phone.run('am start-activity -n io.appium.settings/.Settings');
    assert.match(
      await phone.stdout('dumpsys activity services io.appium.settings'),
      /isForeground=true/,
    );
    assert.match(await phone.stdout('dumpsys window displays'), /mFocusedApp=.*com\.miui\.home/);
  });

  test('Appium’s helper answers for the clipboard', async () => {
    await phone.install(APKS.settings);
    phone.system.clipboard.set('é');
    assert.match(
      await phone.stdout(
        'am broadcast -n io.appium.settings/.receivers.ClipboardReceiver -a io.appium.settings.clipboard.get',
      ),
      /^Broadcast completed: result=-1, data="w6k="$/m,
    );
  });

  test('a broadcast that nobody takes completes with 0', async () => {
    assert.match(await phone.stdout('am broadcast -a x.y'), /^Broadcast completed: result=0$/m);
  });

  test('instrument -w runs until the instrumentation ends', async () => {
    const running = await instrument();
    await running.seen(/started\n/);
    running.finish(-1);
    assert.equal((await running.done).stdout, 'started\nINSTRUMENTATION_CODE: -1\n');
  });

  for (const packageName of [SERVER_TEST, 'io.appium.uiautomator2.server']) {
    test(`force-stop of ${packageName} ends the instrumentation`, async () => {
      const running = await instrument();
      await running.seen(/started/);
      await phone.run(`am force-stop ${packageName}`);
      assert.match((await running.done).stdout, /shortMsg=Process crashed/);
    });
  }

  test('a second instrumentation ends the first and outlives its end', async () => {
    const first = await instrument();
    await first.seen(/started/);
    const second = phone.start(`am instrument -w ${RUNNER}`);
    await second.seen(/started/);
    assert.match((await first.done).stdout, /shortMsg=Process crashed/);
    assert.match(await phone.stdout('ps -A'), / io\.appium\.uiautomator2\.server$/m);
    first.finish(-1);
    assert.equal((await second.done).stdout, 'started\nINSTRUMENTATION_CODE: -1\n');
  });

  test('of instrumentations that start at once the last one runs', async () => {
    const first = await instrument();
    await first.seen(/started/);
    const second = phone.start(`am instrument -w ${RUNNER}`);
    const third = phone.start(`am instrument -w ${RUNNER}`);
    assert.match((await second.done).stdout, /shortMsg=Process crashed/);
    await third.seen(/started/);
    first.finish(-1);
    assert.match((await third.done).stdout, /INSTRUMENTATION_CODE: -1/);
  });

  test('without -w the instrumentation outlives its client', async () => {
    const running = await instrument('');
    assert.equal((await running.done).stdout, '');
    running.hangUp();
    assert.equal(running.signal.aborted, false);
    assert.match(await phone.stdout('ps -A'), / io\.appium\.uiautomator2\.server$/m);
  });

  test('the instrumentation ends with its client', async () => {
    const running = await instrument();
    await running.seen(/started/);
    running.hangUp();
    await running.done;
    assert.equal(running.signal.aborted, true);
  });

  test('the instrumentation’s process is in ps while it runs', async () => {
    const running = await instrument();
    await running.seen(/started/);
    assert.match(await phone.stdout('ps -A'), / io\.appium\.uiautomator2\.server$/m);
    running.hangUp();
    await running.done;
  });

  test('an instrumentation that throws is reported as crashed', async () => {
    await phone.install(APKS.serverTest);
    phone.system.instrumentations.register(SERVER_TEST, () => Promise.reject(new Error('boom')));
    assert.equal(
      await phone.stdout(`am instrument -w ${RUNNER}`),
      'INSTRUMENTATION_RESULT: shortMsg=Error: boom\nINSTRUMENTATION_CODE: 0\n',
    );
  });

  test('an instrumentation that is not installed is named', async () => {
    assert.match(
      await phone.stdout(`am instrument -w ${RUNNER}`),
      /Unable to find instrumentation info for: ComponentInfo\{io\.appium/,
    );
  });

  test('an instrumentation whose name makes no sense is refused with a message', async () => {
    const { stderr, exitCode } = await phone.run('am instrument -w nonsense');
    assert.deepEqual([stderr, exitCode], ['Error: Bad component name: nonsense\n', 255]);
  });

  /** Starts an instrumentation that runs until told. */
  async function instrument(wait = '-w') {
    await phone.install(APKS.serverTest);
    let finish: (code: number) => void = () => assert.fail('not started');
    let signal = new AbortController().signal;
    phone.system.instrumentations.register(SERVER_TEST, (context) => {
      signal = context.signal;
      context.stdout('started\n');
      return new Promise((resolve) => {
        finish = resolve;
        context.signal.addEventListener('abort', () => resolve(0));
      });
    });
    const running = phone.start(`am instrument ${wait} -e disableAnalytics true ${RUNNER}`);
    return {
      ...running,
      finish: (code: number) => finish(code),
      get signal() {
        return signal;
      },
    };
  }
});

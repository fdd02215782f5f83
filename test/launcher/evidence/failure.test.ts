import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { RuntimeMessage } from 'allure-js-commons/sdk';
import { MessageTestRuntime, setGlobalTestRuntime } from 'allure-js-commons/sdk/runtime';
import { Masker } from '../../../config/masker.ts';
import type { ProgressEvent } from '../../../config/progress.ts';
import { attachFailureEvidence, type FailureScene } from '../../../launcher/evidence/failure.ts';
import { AdbBridge } from '../../../device/adb-bridge.ts';
import { FakeAdb } from '../../device/fake-adb.ts';

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let attached: Map<string, string>;

/** Takes what is attached, as Allure's reporter does. */
class TakingRuntime extends MessageTestRuntime {
  override sendMessage(message: RuntimeMessage): Promise<void> {
    if (message.type === 'attachment_content') {
      const { name, content } = message.data;
      attached.set(name, Buffer.from(content, 'base64').toString());
    }
    return Promise.resolve();
  }
}

describe('evidence of a failure', () => {
  let notes: string[];

  beforeEach(() => {
    attached = new Map();
    notes = [];
    setGlobalTestRuntime(new TakingRuntime());
  });

  function scene(changes: Partial<FailureScene> = {}): FailureScene {
    const masker = new Masker();
    masker.addPhoneNumber('+12015550123');
    return {
      driver: {
        takeScreenshot: () => Promise.resolve(PIXEL),
        getPageSource: () => Promise.resolve('<hierarchy text="+1 201 555 0123"/>'),
        updateSettings: () => Promise.resolve(),
      },
      bridge: new AdbBridge(new FakeAdb(() => ({ stdout: 'I/Tag: dialled 2015550123\n' }))),
      masker,
      progress: {
        emit: (event: ProgressEvent) => {
          if (event.type === 'note') notes.push(event.text);
        },
      },
      phoneStart: '01-02 03:04:05.000',
      appiumLog: { path: '/nowhere/appium.log', fromByte: 0 },
      sessionId: '5057b038-d504-4846-ba0f-7bcc988aa521',
      smsHeaders: () => Promise.resolve('03:04:05 xiaomi inbox a code'),
      reachable: true,
      textReader: { read: () => assert.fail('the tree tells the text') },
      recognised: 'Expected: the SMS code',
      ...changes,
    };
  }

  it('has the screen, what the harness saw, the SMS, the source and the logs, in this order', async () => {
    await attachFailureEvidence(scene());
    assert.deepEqual(
      [...attached.keys()],
      [
        'Screen at the failure',
        'What the harness saw and expected',
        'SMS around the test, without their texts',
        'Page source at the failure',
        'Log of the phone during the test',
      ],
    );
    assert.deepEqual(notes, []);
  });

  it('holds no number', async () => {
    await attachFailureEvidence(scene());
    assert.doesNotMatch([...attached.values()].join(), /555/);
  });

  it('that cannot be had is noted, and keeps no other from being attached', async () => {
    const driver = {
      takeScreenshot: () => Promise.reject(new Error('WebDriverError: secure flag')),
      getPageSource: () => Promise.resolve('<hierarchy text="Settings"/>'),
      updateSettings: () => Promise.resolve(),
    };
    await attachFailureEvidence(
      scene({ driver, smsHeaders: () => Promise.reject(new Error('no adb')) }),
    );
    assert.deepEqual([...attached.keys()].sort(), [
      'Log of the phone during the test',
      'Page source at the failure',
      'What the harness saw and expected',
    ]);
    assert.deepEqual(notes.sort(), [
      'no list of SMS for the report: no adb',
      'no screenshot for the report: secure flag',
    ]);
  });

  it('of a lost phone is what the harness has itself', async () => {
    const bridge = new AdbBridge(new FakeAdb(() => assert.fail('the phone was asked')));
    await attachFailureEvidence(scene({ bridge, reachable: false }));
    assert.deepEqual([...attached.keys()], ['What the harness saw and expected']);
  });
});

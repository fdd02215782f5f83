import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { RuntimeMessage } from 'allure-js-commons/sdk';
import { MessageTestRuntime, setGlobalTestRuntime } from 'allure-js-commons/sdk/runtime';
import sharp from 'sharp';
import { ManualHarnessClock } from '../../../config/clock.ts';
import { Masker } from '../../../config/masker.ts';
import type { StepOutcome } from '../../../config/progress.ts';
import type { EvidenceMode } from '../../../config/settings.ts';
import { STEPS } from '../../../config/steps.ts';
import { AllureObserver } from '../../../launcher/worker/observer.ts';
import { FakePhoneScreen, plain } from '../evidence/fake-phone-screen.ts';

const STEP = STEPS[2];

let attached: { name: string; content: Buffer }[];

/** Takes what is attached, as Allure's reporter does. */
class TakingRuntime extends MessageTestRuntime {
  override sendMessage(message: RuntimeMessage): Promise<void> {
    if (message.type === 'attachment_content') {
      const { name, content } = message.data;
      attached.push({ name, content: Buffer.from(content, 'base64') });
    }
    return Promise.resolve();
  }
}

describe('step in the report', () => {
  const clock = new ManualHarnessClock();
  let screen: FakePhoneScreen;
  let atEnd: Buffer | undefined;

  beforeEach(async () => {
    attached = [];
    setGlobalTestRuntime(new TakingRuntime());
    screen = new FakePhoneScreen(await plain('white'));
    atEnd = await plain('silver');
  });

  async function walk(evidence: EvidenceMode, outcome: StepOutcome): Promise<string[]> {
    const observer = new AllureObserver({
      driver: screen,
      masker: new Masker(),
      progress: { emit: () => undefined },
      clock,
      evidence,
      attachEvidence: () => Promise.resolve(atEnd),
    });
    await observer.stepStarted(STEP);
    await observer.screenReady();
    clock.advance(60_000);
    await observer.waiting(STEP, 'the SMS code');
    await observer.stepEnded(STEP, outcome);
    return attached.map(({ name }) => name);
  }

  it('has a picture', async () => {
    assert.deepEqual(await walk('failing', 'passed'), ['Screen']);
  });

  it('that failed has a video, too, which ends with the failure', async () => {
    assert.deepEqual(await walk('failing', 'failed'), ['Screen', 'Video of the step']);
    const video = attached.at(-1)?.content;
    const { pages = 1 } = await sharp(video).metadata();
    const [red] = await sharp(video, { page: pages - 1 })
      .extract({ left: 50, top: 150, width: 1, height: 1 })
      .raw()
      .toBuffer();
    assert.ok(red !== undefined && Math.abs(red - 192) < 8, String(red));
  });

  it('that passed has a video where everything is wanted', async () => {
    assert.deepEqual(await walk('all', 'passed'), ['Screen', 'Video of the step']);
  });

  it('has nothing, and the phone is asked nothing, where no pictures are wanted', async () => {
    assert.deepEqual(await walk('none', 'failed'), []);
    assert.equal(screen.pictures, 0);
  });

  it('that lost its phone has the video of what was seen before', async () => {
    atEnd = undefined;
    assert.deepEqual(await walk('failing', 'failed'), ['Screen', 'Video of the step']);
  });
});

import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import sharp from 'sharp';
import { ManualHarnessClock } from '../../../config/clock.ts';
import { Masker } from '../../../config/masker.ts';
import type { ProgressEvent } from '../../../config/progress.ts';
import { STEPS } from '../../../config/steps.ts';
import { StepPictures } from '../../../launcher/evidence/step-pictures.ts';
import { FakePhoneScreen, plain, WIDTH_PX, HEIGHT_PX } from './fake-phone-screen.ts';

const STEP = STEPS[2];
const FRAME_COST_MS = 150;
const POLL_MS = 100;

describe('pictures of a step', () => {
  let clock: ManualHarnessClock;
  let screen: FakePhoneScreen;
  let notes: string[];
  let pictures: StepPictures;

  beforeEach(async () => {
    clock = new ManualHarnessClock();
    notes = [];
    screen = new FakePhoneScreen(await plain('white'), () => clock.advance(FRAME_COST_MS));
    const progress = {
      emit(event: ProgressEvent) {
        if (event.type === 'note') notes.push(event.text);
      },
    };
    pictures = new StepPictures({ driver: screen, masker: new Masker(), progress, clock });
    pictures.begin(STEP);
  });

  async function wait(ms: number): Promise<void> {
    const untilMs = clock.now() + ms;
    while (clock.now() < untilMs) {
      await pictures.takeInWait('the SMS code');
      clock.advance(POLL_MS);
    }
  }

  async function framesOfVideo(): Promise<number> {
    const video = await pictures.video(clock.now(), undefined);
    return video === undefined ? 0 : ((await sharp(video).metadata()).pages ?? 1);
  }

  it('are small', async () => {
    await pictures.take();
    const [picture] = await pictures.finished();
    const { format, width, height } = await sharp(picture?.content as Buffer).metadata();
    assert.deepEqual([picture?.type, format], ['image/webp', 'webp']);
    assert.deepEqual([width, height], [WIDTH_PX / 2, HEIGHT_PX / 2]);
  });

  it('are one for a step that has none at its end', async () => {
    await pictures.takeUnlessTaken();
    await pictures.takeUnlessTaken();
    assert.equal((await pictures.finished()).length, 1);
  });

  it('take a tenth of a wait at most', async () => {
    await pictures.take();
    screen.pictures = 0;
    await wait(60_000);
    assert.ok(
      screen.pictures > 30 && screen.pictures * FRAME_COST_MS <= 6_000,
      `${screen.pictures}`,
    );
  });

  it('are rare on a phone that takes long for one', async () => {
    const slow = new FakePhoneScreen(await plain('white'), () => clock.advance(2_500));
    pictures = new StepPictures({
      driver: slow,
      masker: new Masker(),
      progress: { emit: () => undefined },
      clock,
    });
    pictures.begin(STEP);
    await pictures.take();
    await wait(24_000);
    assert.equal(slow.pictures, 1);
    await wait(10_000);
    assert.equal(slow.pictures, 2);
  });

  it('make one frame of a screen that does not change', async () => {
    await wait(60_000);
    screen.picture = await plain('silver');
    await wait(60_000);
    assert.equal(await framesOfVideo(), 2);
  });

  it('are bounded, from the first to the last', async () => {
    for (let i = 0; i < 100; i += 1) {
      screen.picture = await plain(`rgb(${i * 2}, 0, 0)`);
      await pictures.take();
      clock.advance(1_000);
    }
    assert.equal(await framesOfVideo(), 48);
  });

  it('are not kept when what is sensitive in them is not known', async () => {
    screen.source = new Error('socket hang up');
    await wait(60_000);
    assert.ok(screen.pictures === 0);
    assert.equal(await framesOfVideo(), 0);
  });

  it('that cannot be had are noted', async () => {
    screen.source = new Error('socket hang up');
    await pictures.take();
    assert.deepEqual(await pictures.finished(), []);
    assert.deepEqual(notes, [
      'no screenshot of "Enter the code from the SMS" for the report: socket hang up',
    ]);
  });

  it('give way to the tree where the screen is secure', async () => {
    screen.picture = new Error(
      "Failed to capture a screenshot. Does the current view have 'secure' flag set?",
    );
    await pictures.take();
    const [picture] = await pictures.finished();
    assert.deepEqual(picture, {
      name: 'Page source',
      content: screen.source,
      type: 'application/xml',
    });
    assert.equal(notes.length, 1);
  });

  it('that are black are taken for those of a secure screen', async () => {
    screen.picture = await plain('black');
    await pictures.take();
    const [picture] = await pictures.finished();
    assert.equal(picture?.name, 'Page source');
    assert.match(notes.join(), /its picture is black: the screen is secure, or off/);
  });

  it('begin with where the step before has ended', async () => {
    await pictures.take();
    pictures.begin(STEPS[3]);
    screen.picture = await plain('silver');
    await pictures.take();
    assert.equal(await framesOfVideo(), 2);
  });
});

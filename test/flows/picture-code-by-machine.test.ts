import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCanvas } from '@napi-rs/canvas';
import type { PictureReader } from '../../config/run-context.ts';
import { OcrRefusedError } from '../../config/live.ts';
import {
  PictureCodeNotAnsweredError,
  PictureCodeRejectedError,
  PictureNotReadableError,
  ServerTooSlowError,
  UnsureReadingError,
} from '../../flows/errors.ts';
import { textIn } from './fake-picture.ts';
import { setUp } from './sign-up-under-test.ts';

const ASK = { MI_OCR_FALLBACK: 'ask', MI_STEP_BUDGET_PICTURE_CODE: '30s' };

/** A reader that is not sure of the first pictures. */
function unsureOf(count: number): PictureReader {
  let read = 0;
  return {
    async read(picture) {
      read += 1;
      return read <= count ? undefined : textIn(picture);
    },
  };
}

function typed(log: readonly string[]): string[] {
  return log.filter((entry) => entry.startsWith('picture'));
}

test('of a picture that the reader is not sure of no guess is typed; another one is asked for', async () => {
  const { run, phone, context } = setUp();
  context.pictureReader = unsureOf(2);
  await run();
  assert.deepEqual(typed(phone.log), ['picture picture3']);
});

test('what is read is a secret before it is typed', async () => {
  const { run, phone, events, context } = setUp();
  context.progress.emit = (event) => {
    events.push(event);
    if (event.type === 'secret') phone.log.push(`secret ${event.kind} ${event.value}`);
  };
  await run();
  const told = phone.log.indexOf('secret code picture1');
  assert.ok(told >= 0 && told < phone.log.indexOf('picture picture1'));
});

test('the pictures in vain are attached, with what became of each', async () => {
  const { run, context, attached } = setUp({ refusedPictures: 1 });
  context.pictureReader = unsureOf(2);
  await run();
  assert.deepEqual(attached, [
    'picture code 1 of 5 (read: unsure)',
    'picture code 2 of 5 (read: unsure)',
    'picture code 3 of 5 (read: refused)',
  ]);
});

test('refused pictures are no more than the configured number', async () => {
  const { run, phone } = setUp({ refusedPictures: 9 }, { MI_OCR_PICTURES: '3' });
  await assert.rejects(run(), PictureCodeRejectedError);
  assert.equal(typed(phone.log).length, 3);
});

test('unsure and refused pictures count together', async () => {
  const { run, phone, context } = setUp({ refusedPictures: 9 }, { MI_OCR_PICTURES: '3' });
  context.pictureReader = unsureOf(2);
  await assert.rejects(run(), (error) => {
    assert.ok(error instanceof PictureCodeRejectedError);
    assert.match(error.message, /2 pictures read without being sure, 1 text/);
    return true;
  });
  assert.equal(typed(phone.log).length, 1);
});

test('a reader that is never sure fails with an error of its own, and all pictures attached', async () => {
  const { run, context, attached } = setUp({}, { MI_OCR_PICTURES: '4' });
  context.pictureReader = unsureOf(9);
  await assert.rejects(run(), UnsureReadingError);
  assert.equal(attached.length, 4);
});

test('the last picture is left where it is for the person', async () => {
  const { run, context, phone } = setUp({}, { ...ASK, MI_OCR_PICTURES: '2' });
  const seen: (string | undefined)[] = [];
  context.pictureReader = {
    async read(picture) {
      seen.push(textIn(picture));
      return undefined;
    },
  };
  await assert.rejects(run(), PictureCodeNotAnsweredError);
  assert.deepEqual(seen, ['picture1', 'picture2']);
  assert.equal(textIn(await shownOn(phone)), 'picture2');
});

test('a person is asked, with the reason, when the pictures are used up', async () => {
  const { run, context, events } = setUp({ refusedPictures: 9 }, { ...ASK, MI_OCR_PICTURES: '2' });
  await assert.rejects(run(), PictureCodeNotAnsweredError);
  const notes = events.flatMap((event) => (event.type === 'note' ? [event.text] : []));
  assert.match(notes.join('\n'), /not read right in 2 pictures\. A person is asked/);
  assert.equal(context.settings.ocr.fallback, 'ask');
});

test('a picture that cannot be read and never changes ends with the budget', async () => {
  const { run, context, clock } = setUp(
    { keepsPicture: true },
    { MI_STEP_BUDGET_PICTURE_CODE: '30s' },
  );
  context.pictureReader = unsureOf(9);
  const startMs = clock.now();
  await assert.rejects(run(), (error) => {
    assert.ok(error instanceof ServerTooSlowError);
    assert.match(error.message, /No other picture/);
    return true;
  });
  assert.ok(clock.now() - startMs < 35_000);
});

for (const [how, name, message] of [
  ['with its own error code', 'unable to capture screen', 'Failed to capture a screenshot.'],
  [
    'by its reason alone',
    'unknown error',
    "Failed to capture a screenshot. Does the current view have 'secure' flag set?",
  ],
] as const) {
  const refuse = () => Promise.reject(Object.assign(new Error(message), { name }));

  test(`a secure page, refused ${how}, fails at once`, async () => {
    const { run, phone, events } = setUp();
    Object.assign(phone.driver, { takeElementScreenshot: refuse, takeScreenshot: refuse });
    await assert.rejects(run(), PictureNotReadableError);
    const waits = events.filter(
      (event) => event.type === 'waiting' && event.step === 'picture-code',
    );
    assert.equal(waits.length, 0);
  });

  test(`a secure page, refused ${how}, is for the person at once`, async () => {
    const { run, phone, events } = setUp({}, ASK);
    Object.assign(phone.driver, { takeElementScreenshot: refuse, takeScreenshot: refuse });
    await assert.rejects(run(), PictureCodeNotAnsweredError);
    assert.ok(events.some((event) => event.type === 'note' && /no screenshot/.test(event.text)));
  });
}

test('a secure page that is black on its picture fails at once, and the remedy is a person', async () => {
  const { run, phone } = setUp();
  const black = createCanvas(64, 24).toBuffer('image/png').toString('base64');
  Object.assign(phone.driver, { takeElementScreenshot: () => Promise.resolve(black) });
  await assert.rejects(run(), (error) => {
    assert.ok(error instanceof PictureNotReadableError);
    assert.match(error.message, /MI_PICTURE_CODE=ask/);
    return true;
  });
});

test('on the live service no machine answers the picture, whoever hands it one', async () => {
  const { run, context, phone } = setUp(
    {},
    { MI_ALLOW_LIVE_SIGNUP: 'yes', MI_OCR_FALLBACK: 'ask' },
  );
  context.phone.environment = 'live';
  context.settings.selection = { serials: [context.phone.serial], conditions: [] };
  await assert.rejects(run(), OcrRefusedError);
  assert.deepEqual(typed(phone.log), []);
});

async function shownOn({ driver }: ReturnType<typeof setUp>['phone']): Promise<Buffer> {
  const image = await driver
    .$('android=new UiSelector().resourceId("com.xiaomi.account:id/captcha_image")')
    .getElement();
  return Buffer.from(await driver.takeElementScreenshot(image.elementId), 'base64');
}

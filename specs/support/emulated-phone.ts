import { runContext } from '../../config/run-context.ts';
import { PhoneOfTest } from './phone-of-test.ts';
import type { PhoneWishes } from './phone-wishes.ts';
import { startPhone, type StartedPhone } from './started-phone.ts';

/**
 * Gives each test of the suite around it an emulated phone of its own that nothing has happened to
 * yet, of the profile of the worker's own phone, with a session on it. It is taken away after the test,
 * when the evidence of a failure has been taken. On other targets the tests are skipped.
 * @param wishes with a `count` of 2 there is another phone beside it.
 */
export function emulatedPhone(wishes: PhoneWishes = {}): PhoneOfTest {
  let started: StartedPhone | undefined;

  beforeEach(async function () {
    if (runContext().settings.target !== 'emulated') return this.skip();
    started = await startPhone(wishes);
  });

  afterEach(async () => {
    const ending = started;
    started = undefined;
    await ending?.stop();
  });

  return new PhoneOfTest(() => {
    if (started === undefined)
      throw new Error('The phone of a test is there during the test only.');
    const { phone, other, before, waits } = started;
    return { phone, other, eyes: before.pictureReader, waits };
  });
}

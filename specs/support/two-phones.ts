import { runContext } from '../../config/run-context.ts';
import { OtherPhone } from './other-phone.ts';
import type { PhoneWishes } from './phone-wishes.ts';
import { startPhone } from './started-phone.ts';

/**
 * Gives each test of the suite around it another phone beside its own, with a session on it. Emulated
 * phones are two of the test's own that nothing has happened to yet; of others the run lends a second one
 * to the files of `specs/two-phones/` for as long as the file lasts, and where it has none the tests are
 * skipped.
 * @param wishes for emulated phones.
 */
export function twoPhones(wishes: PhoneWishes = {}): () => OtherPhone {
  let opened: { readonly other: OtherPhone; readonly close: () => Promise<void> } | undefined;

  beforeEach(async function () {
    const { progress, phone, secondPhone, settings } = runContext();
    if (settings.target === 'emulated') {
      const { other, stop } = await startPhone({ ...wishes, count: 2 });
      if (other === undefined) throw new Error('The second emulated phone did not start.');
      opened = { other, close: stop };
    } else if (secondPhone !== undefined) {
      const other = await OtherPhone.open(secondPhone);
      opened = { other, close: () => other.close() };
    } else {
      const text = `skipped: ${this.currentTest?.title ?? ''}: it needs two phones, and the run has one`;
      progress.emit({ type: 'note', serial: phone.serial, text });
      this.skip();
    }
  });

  afterEach(async () => {
    const ending = opened;
    opened = undefined;
    await ending?.close();
  });

  return () => {
    if (opened === undefined) throw new Error('The second phone is there during a test only.');
    return opened.other;
  };
}

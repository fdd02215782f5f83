import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { parseFault } from '../../../emulator/service/faults.ts';
import { pixelsOf } from '../ui/pixels.ts';
import { account, PhoneUnderTest } from './phone-under-test.ts';

/** What the button of the page has: Xiaomi's orange. */
const ORANGE = [0xff, 0x69, 0x00] as const;
const HELD_MS = 1600;

describe('the web check before a code', () => {
  let phone: PhoneUnderTest;

  const start = async (...faults: string[]) => {
    phone = new PhoneUnderTest({ webCheck: true, faults: faults.map(parseFault) });
    await phone.start();
    await phone.toPhonePage();
    await phone.submitPhone();
  };
  afterEach(() => phone.stop());

  const webView = () => phone.waitFor(account('verify_webView'));
  const loaded = () =>
    phone.until(
      () => phone.find(account('verify_webView'))?.text === 'Security check',
      'the web page',
    );

  const checksMade = () =>
    phone.system.logcat.entries().filter(({ message }) => message === 'POST /v1/web-checks 201')
      .length;

  /** Looks for the button, as a person does, and holds it down. */
  const hold = async (forMs: number) => {
    const { automation } = phone.system.windows;
    const at = await findButton(await automation.takeScreenshot('png'), (await webView()).bounds);
    automation.injectTouch({ action: 'down', ...at });
    phone.clock.advance(forMs);
    automation.injectTouch({ action: 'up', ...at });
  };

  it('is a page whose content accessibility does not see', async () => {
    await start();
    await loaded();
    const { className, text, children } = await webView();
    assert.deepEqual(
      [className, text, children.length],
      ['android.webkit.WebView', 'Security check', 0],
    );
  });

  it('says what it is there for', async () => {
    await start();
    await phone.waitFor({ text: 'Checking for security issues…' });
  });

  it('is passed by who holds the button', async () => {
    await start();
    await loaded();
    await hold(HELD_MS);
    await phone.waitFor(account('verify_code'));
  });

  it('is not passed by a tap, and may be tried again', async () => {
    await start();
    await loaded();
    await hold(100);
    await phone.waitFor({ text: 'That was too short. Try again.' });
    await hold(HELD_MS);
    await phone.waitFor(account('verify_code'));
  });

  it('is not passed by holding the page beside the button', async () => {
    await start();
    await loaded();
    const { bounds } = await webView();
    const { automation } = phone.system.windows;
    const corner = { x: bounds.left + 4, y: bounds.top + 4 };
    automation.injectTouch({ action: 'down', ...corner });
    phone.clock.advance(HELD_MS);
    automation.injectTouch({ action: 'up', ...corner });
    assert.ok(phone.find(account('verify_webView')));
    assert.equal(phone.service.accounts.list().length, 0);
  });

  it('leads to a picture where the service wants that too', async () => {
    phone = new PhoneUnderTest({ webCheck: true, pictureCode: 'before' });
    await phone.start();
    await phone.toPhonePage();
    await phone.submitPhone();
    await loaded();
    await hold(HELD_MS);
    await phone.answerPicture();
    await phone.waitFor(account('verify_code'));
  });

  it('begins anew when it was left too long', async () => {
    await start();
    await loaded();
    phone.clock.advance(5 * 60_000);
    await hold(HELD_MS);
    await phone.until(() => checksMade() === 2, 'another check');
    await loaded();
    await hold(HELD_MS);
    await phone.waitFor(account('verify_code'));
  });

  it('can be loaded again after it failed', async () => {
    await start('web-checks=status:503*1');
    await phone.waitFor({ text: 'Server error' });
    await phone.click({ text: 'Try again' });
    await loaded();
  });

  it('goes back to the number when it is cancelled', async () => {
    await start();
    await phone.click(account('negative'));
    await phone.waitFor(account('get_login_type'));
  });
});

async function findButton(
  picture: Buffer,
  within: { left: number; top: number; right: number; bottom: number },
): Promise<{ x: number; y: number }> {
  const { data, width } = await pixelsOf(picture);
  const found: { x: number; y: number }[] = [];
  for (let y = within.top; y < within.bottom; y += 2) {
    for (let x = within.left; x < within.right; x += 2) {
      const index = (y * width + x) * 4;
      if (ORANGE.every((value, channel) => data[index + channel] === value)) found.push({ x, y });
    }
  }
  const middle = found[Math.floor(found.length / 2)];
  assert.ok(middle, 'no orange button in the picture');
  return middle;
}

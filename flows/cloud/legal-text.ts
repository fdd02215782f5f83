import { RealHarnessClock, type HarnessClock } from '../../config/clock.ts';
import type { RunContext } from '../../config/run-context.ts';
import type { CloudAgreementPage, LegalText } from '../../pageobjects/cloud-agreement-page.ts';
import { CloudLegalPage } from '../../pageobjects/cloud-legal-page.ts';
import { ControlMissingError } from '../errors.ts';

/** How long a text takes to open after its link was touched, or to close, at most. */
const SETTLES_WITHIN_MS = 600;
const POLL_MS = 100;
/** More touches than this only a text has whose links are elsewhere. */
const MAX_TOUCHES = 40;

/**
 * Opens a legal text by its link in the agreement. A touch beside the link does nothing, and where it
 * opened the other text, that one is left again.
 * @throws ControlMissingError when no touch on the agreement's text opens it.
 */
export async function openLegalText(
  agreement: CloudAgreementPage,
  text: LegalText,
  { phone, signal }: Pick<RunContext, 'phone' | 'signal'>,
  clock: HarnessClock = new RealHarnessClock(),
): Promise<void> {
  const opened = new CloudLegalPage(agreement.driver);
  const places = await agreement.placesOfLink(text);
  const settle = async (isThere: boolean) => {
    for (let waitedMs = 0; waitedMs < SETTLES_WITHIN_MS; waitedMs += POLL_MS) {
      if ((await agreement.isShown()) === isThere) return;
      await clock.sleep(POLL_MS, signal);
    }
  };
  for (const place of places.slice(0, MAX_TOUCHES)) {
    await agreement.touch(place);
    await settle(false);
    if (await opened.shows(text)) return;
    if (await agreement.isShown()) continue;
    await opened.back();
    await settle(true);
  }
  throw new ControlMissingError('A legal text does not open from the agreement.', {
    phone: phone.serial,
    screen: agreement.screen,
    expected: `a link to ${text === 'privacyPolicy' ? 'the privacy policy' : 'the user agreement'}`,
    seen: `${String(places.length)} places in its text that might be the link`,
    remedy: 'Look at the screenshot in the report; the string tables may lack what the link says.',
  });
}

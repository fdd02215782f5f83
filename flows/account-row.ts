import type { RunContext } from '../config/run-context.ts';
import { AccountHome } from '../pageobjects/account-home.ts';
import { SettingsHome } from '../pageobjects/settings-home.ts';
import type { Journey } from './journey.ts';

const POLL_MS = 250;

/** What the account row shows, `undefined` while nobody is signed in; from now on it is masked. */
export async function accountInRow(
  settings: SettingsHome,
  { progress }: Pick<RunContext, 'progress'>,
): Promise<string | undefined> {
  const shown = await settings.accountShown();
  if (shown) progress.emit({ type: 'secret', kind: 'account-id', value: shown });
  return shown;
}

/** The same of the account's own page, in a language in which the row is not known by its text. */
export async function accountOnItsPage(
  journey: Journey,
  { progress }: Pick<RunContext, 'progress'>,
): Promise<string | undefined> {
  const page = await journey.screens.current();
  const shown = page instanceof AccountHome ? await page.id() : undefined;
  if (shown) progress.emit({ type: 'secret', kind: 'account-id', value: shown });
  return shown;
}

/** The same, of Settings that are being opened. */
export async function accountOnceOpen(
  settings: SettingsHome,
  journey: Journey,
  context: RunContext,
): Promise<string | undefined> {
  await journey.recorder.poll('Settings to open', POLL_MS, async () =>
    (await journey.screens.current()) instanceof SettingsHome ? true : undefined,
  );
  return accountInRow(settings, context);
}

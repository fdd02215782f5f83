import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { check, isClean, type CheckResult } from '../../../launcher/check-locators/check.ts';
import { readInputs } from '../../../launcher/check-locators/inputs.ts';
import { reportLines } from '../../../launcher/check-locators/report.ts';
import { checkScreen } from '../../../launcher/check-locators/screens/check-screens.ts';
import { SourceScreen } from '../../../launcher/check-locators/screens/source-screen.ts';
import { CloudAgreementPage } from '../../../pageobjects/cloud-agreement-page.ts';
import { XiaomiCloudPage } from '../../../pageobjects/xiaomi-cloud-page.ts';

const RECORDINGS = join(import.meta.dirname, 'recordings');

describe('recordings of two generations of the account app', () => {
  let result: CheckResult;
  before(async () => {
    result = await check(await readInputs([RECORDINGS]));
  });

  it('are each one page object’s', () => {
    assert.deepEqual(
      result.screens.map(({ verdict, pages }) => [
        verdict,
        ...pages.map((page) => page.pageObject),
      ]),
      [
        ['known', 'SettingsHome'],
        ['known', 'PhoneNumberPage'],
        ['known', 'CountryListPage'],
        ['known', 'SettingsHome'],
        ['known', 'PhoneNumberPage'],
        ['known', 'CountryListPage'],
      ],
    );
    assert.ok(isClean(result));
  });

  it('have the controls that are in sight', () => {
    const { found, notFound } = result.screens[1]?.pages[0] ?? assert.fail('no page');
    assert.ok(found.includes('enterNumber'));
    assert.deepEqual(notFound, []);
  });

  it('lack what a generation has not', () => {
    const search = (screen: number) => result.screens[screen]?.pages[0]?.found.includes('search');
    assert.deepEqual([search(2), search(5)], [false, true]);
  });

  it('are named for each page object', () => {
    assert.deepEqual(result.pageObjects['SettingsHome']?.length, 2);
    assert.deepEqual(result.pageObjects['IncomingCall'], []);
  });

  it('are a table', () => {
    assert.match(
      reportLines(result).join('\n'),
      /^SCREEN +VERDICT[^]*phone number \(PhoneNumberPage\) +7 of 7\n[^]*\nIncomingCall +none$/m,
    );
  });
});

const screenOf = (...nodes: readonly string[]) => ({
  path: 'screen.xml',
  screen: new SourceScreen(
    `<hierarchy><node class="android.widget.FrameLayout" package="com.miui.cloudservice">${nodes.join('')}</node></hierarchy>`,
  ),
});
const text = (words: string) =>
  `<node class="android.widget.TextView" package="com.miui.cloudservice" text="${words}" />`;

describe('a screen', () => {
  const pageClasses = [CloudAgreementPage, XiaomiCloudPage];

  it('that two page objects know as well is ambiguous', async () => {
    const { verdict, pages } = await checkScreen(
      screenOf(text('Agree'), text('Sync')),
      pageClasses,
    );
    assert.equal(verdict, 'ambiguous');
    assert.equal(pages.length, 2);
  });

  it('that none knows is unknown', async () => {
    const { verdict } = await checkScreen(screenOf(text('Weather')), pageClasses);
    assert.equal(verdict, 'unknown');
  });
});

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { AccessibilityNode } from '../../../emulator/android/accessibility.ts';
import { AppiumSettingsApp } from '../../../emulator/android/appium-settings/app.ts';
import { addXiaomiAccount } from '../../../emulator/apps/account/xiaomi-account.ts';
import { findProfile, inLanguage } from '../../../emulator/profiles/index.ts';
import { PhoneUnderTest } from './phone-under-test.ts';

const SIGN_IN = {
  token: 'token',
  account: { id: '6000000000', nickname: 'Someone', phone: '+12015550123' },
};

let phone: PhoneUnderTest;
afterEach(() => phone.stop());

async function openSettings(profileId: string, language?: string): Promise<void> {
  const profile = findProfile(profileId);
  phone = new PhoneUnderTest({}, { profile: language ? inLanguage(profile, language) : profile });
  await phone.start();
  phone.open('com.android.settings/.Settings');
}

/** Titles of the rows that are in sight, in their order. */
function titles(): string[] {
  return phone
    .nodes()
    .filter(({ resourceId }) => resourceId === 'android:id/title')
    .map(({ text }) => text ?? '');
}

/** The row with that title, in sight or further down. */
function row(title: string): AccessibilityNode {
  for (let scrolls = 0; scrolls < 10; scrolls += 1) {
    const found = phone
      .nodes()
      .find((node) => node.resourceId === 'android:id/title' && node.text === title)?.parent;
    if (found) return found;
    const list = phone.nodes().find(({ scrollable }) => scrollable);
    if (!list || !phone.system.windows.automation.perform(list, { kind: 'scrollForward' })) break;
    phone.clock.advance(1000);
  }
  throw new Error(`no row ${title}; at the end of the list: ${titles().join(', ')}`);
}

const part = (node: AccessibilityNode, name: string) =>
  node.children.find(({ resourceId }) => resourceId?.endsWith(`:id/${name}`))?.text;

describe('the account in Settings', () => {
  it('is the first row of a Chinese phone, which offers to sign in', async () => {
    await openSettings('xiaomi-13', 'en');
    const [first] = titles();
    assert.deepEqual(
      [first, part(row(first ?? ''), 'summary')],
      ['Sign in to Xiaomi Account', 'All Xiaomi services. One Xiaomi Account.'],
    );
  });

  it('is the nickname on a Chinese phone, once signed in', async () => {
    await openSettings('xiaomi-13');
    addXiaomiAccount(phone.system, SIGN_IN);
    assert.deepEqual(
      [titles()[0], part(row('Someone'), 'summary')],
      ['Someone', '管理账号、云服务等'],
    );
  });

  it('is no row further down where it is the first', async () => {
    await openSettings('xiaomi-13');
    assert.throws(() => row('小米账号'), /no row/);
  });

  it('follows Screen time on a Global phone', async () => {
    await openSettings('redmi-note-13-pro-5g');
    row('Xiaomi Account');
    const seen = titles();
    assert.equal(seen[seen.indexOf('Screen time') + 1], 'Xiaomi Account');
  });

  it('keeps its title on a Global phone, with the name at the right once signed in', async () => {
    await openSettings('redmi-note-13-pro-5g');
    // A text without letters has no width: accessibility reports none.
    const before = part(row('Xiaomi Account'), 'text_right');
    addXiaomiAccount(phone.system, SIGN_IN);
    assert.deepEqual([before, part(row('Xiaomi Account'), 'text_right')], [undefined, 'Someone']);
  });

  for (const [profile, title] of [
    ['redmi-note-8-2021', 'Mi Account'],
    ['redmi-7a', '小米帐号'],
  ] as const) {
    it(`is spelled ${title} on ${profile}`, async () => {
      await openSettings(profile);
      assert.ok(row(title).clickable);
    });
  }
});

describe('the home page of Settings', () => {
  it('is a ListView under a bar of the framework on MIUI 10', async () => {
    await openSettings('redmi-7a');
    assert.deepEqual(
      [phone.find({ id: 'android:id/list' })?.className, phone.find({ text: '设置' })?.resourceId],
      ['android.widget.ListView', 'miui:id/action_bar_title'],
    );
  });

  it('is a RecyclerView below a large title on later systems', async () => {
    await openSettings('xiaomi-13');
    assert.deepEqual(
      [
        phone.find({ id: 'com.android.settings:id/scroll_headers' })?.className,
        phone.find({ text: '设置' })?.resourceId,
      ],
      [
        'androidx.recyclerview.widget.RecyclerView',
        'com.android.settings:id/action_bar_title_expand',
      ],
    );
  });

  it('finds rows by their title', async () => {
    await openSettings('redmi-note-13-pro-5g');
    const box = (await phone.waitFor({ id: 'android:id/input' })).parent;
    assert.ok(box);
    phone.perform(box, { kind: 'click' });
    await phone.type({ id: 'android:id/input' }, 'screen');
    assert.deepEqual(titles(), ['Home screen', 'Lock screen', 'Screen time']);
  });
});

describe('the language', () => {
  const tap = (title: string) => phone.perform(row(title), { kind: 'click' });

  it('is chosen under Additional settings, and holds at once', async () => {
    await openSettings('redmi-note-13-pro-5g');
    for (const title of ['Additional settings', 'Languages & input', 'Languages']) tap(title);
    tap('Русский (Россия)');
    assert.deepEqual(
      [
        phone.system.settings.get('system', 'system_locales'),
        phone.system.properties.get('persist.sys.locale'),
        phone.find({ id: 'com.android.settings:id/action_bar_title_expand' })?.text,
      ],
      ['ru-RU', 'ru-RU', 'Язык'],
    );
  });

  for (const id of ['redmi-note-13-pro-5g', 'xiaomi-13', 'redmi-note-8-2021', 'redmi-7a']) {
    it(`is listed for any app that asks, on ${id}`, async () => {
      await openSettings(id);
      phone.system.activities.start({ action: 'android.settings.LOCALE_SETTINGS' });
      assert.deepEqual(titles(), [
        'English (United States)',
        'Español (España)',
        'Русский (Россия)',
        '简体中文 (中国)',
        '繁體中文 (台灣)',
      ]);
    });
  }
});

describe('a locale that is broadcast, as Appium does', () => {
  for (const [lang, country, script, title, language] of [
    ['en', 'US', undefined, 'Languages', 'English (United States)'],
    ['zh', 'CN', 'Hans', '语言', '简体中文 (中国)'],
    ['zh', 'TW', 'Hant', '語言', '繁體中文 (台灣)'],
    ['ru', 'RU', undefined, 'Язык', 'Русский (Россия)'],
  ] as const) {
    it(`makes ${language} the phone's`, async () => {
      await openSettings('redmi-7a');
      phone.system.activities.start({ action: 'android.settings.LOCALE_SETTINGS' });
      const extras = { lang, country, ...(script ? { script } : {}) };
      new AppiumSettingsApp(phone.system).receive({ action: 'io.appium.settings.locale', extras });
      const checked = phone.nodes().filter((node) => node.checked);
      assert.deepEqual(
        [phone.find({ text: title }) !== undefined, checked.map(({ text }) => text)],
        [true, [language]],
      );
    });
  }
});

describe('the font size', () => {
  it('is chosen under Display, and holds at once', async () => {
    await openSettings('redmi-note-8-2021');
    const heightOf = () => {
      const title = phone.find({ id: 'com.android.settings:id/action_bar_title_expand' });
      return title ? title.bounds.bottom - title.bounds.top : 0;
    };
    for (const title of ['Display & brightness', 'Font size']) {
      phone.perform(row(title), { kind: 'click' });
    }
    const before = heightOf();
    phone.perform(row('Extra large'), { kind: 'click' });
    const grown = heightOf() / before;
    assert.deepEqual(
      [phone.system.settings.get('system', 'font_scale'), Math.round(grown * 10)],
      ['1.3', 13],
    );
  });

  it('stays as it was sold with a setting that is none', async () => {
    await openSettings('redmi-note-8-2021');
    const height = () => {
      const title = phone.find({ text: 'Settings' });
      return title ? title.bounds.bottom - title.bounds.top : 0;
    };
    const before = height();
    phone.system.settings.put('system', 'font_scale', 'huge');
    assert.equal(height(), before);
  });
});

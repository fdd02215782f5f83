import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Language } from '../../../config/languages.ts';
import { checkApk } from '../../../launcher/check-locators/apk/check-apk.ts';
import { readResourceTable } from '../../../launcher/check-locators/apk/resource-table.ts';
import { strings, TABLES } from '../../../pageobjects/strings/table.ts';
import type { Wanted } from '../../../launcher/check-locators/locators/wanted.ts';
import { resourceTable } from './arsc-builder.ts';

const APP = 'com.xiaomi.account';
const wanted: Wanted = {
  ids: [`${APP}:id/captcha_image`, `${APP}:id/verify_code`, 'android:id/list'].map((id) => ({
    id,
    isPattern: false,
    screens: ['screen'],
  })),
  texts: [{ name: 'agree', packageName: APP, screens: ['screen'] }],
};

function check(
  ids: readonly string[],
  texts: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
) {
  const packages = readResourceTable(resourceTable({ packageName: APP, ids, texts }));
  return checkApk({ path: 'a.apk', apk: { packageName: APP, packages } }, wanted, TABLES);
}

const verdicts = (ids: readonly string[]) =>
  Object.fromEntries(
    check(ids).ids.map(({ id, verdict }) => [id.slice(id.indexOf('/') + 1), verdict]),
  ) as Record<string, string>;

describe('an id', () => {
  it('is there or missing, and another app’s is left out', () => {
    assert.deepEqual(verdicts(['captcha_image']), {
      captcha_image: 'found',
      verify_code: 'missing',
    });
  });

  it('that is missing is named with those most like it', () => {
    const { ids } = check(['captcha_img', 'et_captcha_image', 'unlike']);
    assert.deepEqual(ids[0]?.near, ['et_captcha_image', 'captcha_img']);
  });

  it('is unknown where the build collapsed the names', () => {
    assert.deepEqual(verdicts(['captcha_image', '0_resource_name_obfuscated']), {
      captcha_image: 'found',
      verify_code: 'unknown',
    });
  });

  it('is unknown where a tool shortened the names', () => {
    assert.deepEqual(verdicts(Array.from('abcdefghijkl')), {
      captcha_image: 'unknown',
      verify_code: 'unknown',
    });
  });
});

describe('a text', () => {
  const byLanguage = (texts: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
    Object.fromEntries(
      check([], texts).texts.map(({ language, ...rest }) => [language, rest]),
    ) as Record<Language, ReturnType<typeof check>['texts'][number]>;

  it('is looked up in each language by itself', () => {
    const found = byLanguage({ '': { ok: 'Agree' }, 'zh-CN': { ok: '同意' }, ru: { ok: 'Да' } });
    assert.deepEqual(
      [found.en.verdict, found['zh-CN'].verdict, found.ru.verdict, found['zh-TW'].verdict],
      ['found', 'found', 'missing', 'unknown'],
    );
  });

  it('that is there is named by its resource', () => {
    assert.deepEqual(byLanguage({ en: { ok_button: 'Agree' } }).en.resources, ['ok_button']);
  });

  it('that is missing is named with those most like it', () => {
    assert.deepEqual(byLanguage({ '': { ok: 'Agreed' } }).en.near, ['Agreed']);
  });

  it('with a number counts however its place is written', () => {
    const [quota = ''] = strings.smsQuota.filter((text) => text.includes('%d'));
    const result = checkApk(
      {
        path: 'a.apk',
        apk: {
          packageName: APP,
          packages: readResourceTable(
            resourceTable({
              packageName: APP,
              ids: [],
              texts: { '': { q: quota.replace('%d', '%1$d') } },
            }),
          ),
        },
      },
      { ids: [], texts: [{ name: 'smsQuota', packageName: APP, screens: [] }] },
      TABLES,
    );
    assert.equal(result.texts.find(({ language }) => language === 'en')?.verdict, 'found');
  });
});

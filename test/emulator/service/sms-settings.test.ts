import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkSmsSettings, parseSmsSetting } from '../../../emulator/service/sms-settings.ts';
import { chooseTemplate } from '../../../emulator/service/sms-templates.ts';

describe('parseSmsSetting', () => {
  it('reads a number', () => {
    assert.deepEqual(parseSmsSetting('loss=0.5'), { loss: 0.5 });
  });

  it('reads a word', () => {
    assert.deepEqual(parseSmsSetting('template=zh-CN'), { template: 'zh-CN' });
  });

  it('reads a name of two words', () => {
    assert.deepEqual(parseSmsSetting('resend-after=30'), { resendAfterSeconds: 30 });
  });

  it('reads how long a code is good for', () => {
    assert.deepEqual(parseSmsSetting('valid-for=10'), { validForSeconds: 10 });
  });

  const bad: [text: string, complaint: RegExp][] = [
    ['copies=0', /copies is 0, expected a whole number from 1 to 10/],
    ['copies=1.5', /copies is 1.5, expected a whole number/],
    ['loss=2', /loss is 2, expected 0 to 1/],
    ['loss=much', /loss is "much", expected 0 to 1/],
    ['template=fr', /template is "fr", expected auto, en, zh-CN, zh-CN-code-first, zh-TW, ru/],
    ['order=random', /order is "random", expected sent, newest-first/],
    ['resend-after=-1', /resendAfterSeconds is "-1", expected a whole number from 0 to 3600/],
    ['constructor=1', /constructor is not known, expected digits, template/],
  ];
  for (const [text, complaint] of bad) {
    it(`refuses '${text}'`, () => assert.throws(() => parseSmsSetting(text), complaint));
  }

  it('throws nothing but a RangeError', () => {
    const piece = fc.constantFrom('digits', 'loss', 'order', '=', '4', '0.5', 'sent', ' ', 'e');
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(fc.property(text, (setting) => assertRangeErrorOnly(() => parseSmsSetting(setting))));
  });
});

describe('checkSmsSettings', () => {
  it('throws nothing but a RangeError', () => {
    const name = fc.constantFrom('digits', 'template', 'loss', 'copies', 'order', 'x');
    const settings = fc.dictionary(name, fc.jsonValue());
    fc.assert(
      fc.property(settings, (value) => assertRangeErrorOnly(() => checkSmsSettings(value))),
    );
  });

  it('refuses a number in quotes', () => {
    assert.throws(() => checkSmsSettings({ digits: '4' }), /digits is "4", expected 4, 6, 8/);
  });
});

function assertRangeErrorOnly(task: () => unknown): void {
  try {
    task();
  } catch (error) {
    assert.ok(error instanceof RangeError, String(error));
  }
}

describe('chooseTemplate', () => {
  const cases: [acceptLanguage: string | undefined, template: string][] = [
    [undefined, 'en'],
    ['', 'en'],
    ['en-US', 'en'],
    ['zh-CN', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-Hant-HK', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['ru-RU', 'ru'],
    ['fr-FR', 'en'],
    ['fr-FR, ru;q=0.5, en;q=0.4', 'ru'],
    ['en;q=0.1, zh-CN', 'zh-CN'],
    ['ru;q=0, en', 'en'],
  ];
  for (const [acceptLanguage, template] of cases) {
    it(`takes ${template} for ${acceptLanguage ?? 'no language'}`, () => {
      assert.equal(chooseTemplate('auto', acceptLanguage).id, template);
    });
  }

  it('takes the template that was set, whatever the language', () => {
    assert.equal(chooseTemplate('zh-CN-code-first', 'ru').id, 'zh-CN-code-first');
  });

  it('takes some template for any header', () => {
    fc.assert(fc.property(fc.string(), (header) => !!chooseTemplate('auto', header).id));
  });
});

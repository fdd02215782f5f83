import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';

const TEXT_VIEW = 'android.widget.TextView';

describe('UiAutomator2 server: XPath', () => {
  let phone: FakePhone;

  beforeEach(async () => {
    phone = new FakePhone();
    phone.ui.show({
      children: [
        {
          desc: 'list',
          children: ['Alpha', 'Beta', 'Gamma'].map((text) => ({
            className: TEXT_VIEW,
            text,
            checked: text === 'Beta',
          })),
        },
        { className: TEXT_VIEW, text: 'Outside' },
      ],
    });
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  const CASES: readonly (readonly [string, readonly string[]])[] = [
    [`//${TEXT_VIEW}`, ['Alpha', 'Beta', 'Gamma', 'Outside']],
    ['//*[@text="Beta"]', ['Beta']],
    ['//*[contains(@text, "mm")]', ['Gamma']],
    ['//*[matches(@text, "^[AB]")]', ['Alpha', 'Beta']],
    ['//*[@checked="true"]', ['Beta']],
    [`(//${TEXT_VIEW})[last()]`, ['Outside']],
    [`//*[@content-desc="list"]/${TEXT_VIEW}[2]`, ['Beta']],
    ['//*[@text="Beta"]/following-sibling::*', ['Gamma']],
    ['//*[@text="Alpha" or @text="Gamma"]', ['Alpha', 'Gamma']],
    ['/hierarchy/*/*[@index=1]', ['Outside']],
    ['//*[starts-with(@text, "Out")]/../*[1]/*[1]', ['Alpha']],
    ['//*[@text="none"]', []],
    ['//*[@*="Outside"]', ['Outside']],
    ['//@text', []],
    ['count(//*)', []],
  ];
  for (const [expression, expected] of CASES) {
    it(`finds ${expected.join(', ') || 'nothing'} by ${expression}`, async () => {
      assert.deepEqual(await phone.texts('xpath', expression), expected);
    });
  }

  it('finds the first where one is wanted', async () => {
    const id = await phone.findOne('xpath', `//${TEXT_VIEW}`);
    assert.equal((await phone.get(`/element/${id}/text`)).value, 'Alpha');
  });

  it('answers no such element where nothing matches', async () => {
    const answer = await phone.post('/element', { strategy: 'xpath', selector: '//none' });
    assert.equal(errorOf(answer).error, 'no such element');
  });

  it('searches below an element', async () => {
    const list = await phone.findOne('accessibility id', 'list');
    assert.deepEqual(await phone.texts('xpath', `.//${TEXT_VIEW}`, list), [
      'Alpha',
      'Beta',
      'Gamma',
    ]);
  });

  it('knows nothing outside of the element', async () => {
    const list = await phone.findOne('accessibility id', 'list');
    assert.deepEqual(await phone.find('xpath', '//*[@text="Outside"]', list), []);
  });

  it('goes beyond the element without limitXPathContextScope', async () => {
    const list = await phone.findOne('accessibility id', 'list');
    await phone.set({ limitXPathContextScope: false });
    assert.deepEqual(await phone.texts('xpath', `following-sibling::${TEXT_VIEW}`, list), [
      'Outside',
    ]);
  });

  for (const expression of ['//[', '//*[@text=', '//*[nofunction()]']) {
    it(`refuses ${expression}`, async () => {
      const answer = await phone.post('/element', { strategy: 'xpath', selector: expression });
      const { status, error } = errorOf(answer);
      assert.deepEqual([status, error], [400, 'invalid selector']);
    });
  }

  it('points to a setting where the evaluation fails', async () => {
    const selector = '//*[xs:integer(@text) = 1]';
    const answer = errorOf(await phone.post('/element', { strategy: 'xpath', selector }));
    assert.deepEqual([answer.status, answer.error], [500, 'unknown error']);
    assert.match(answer.message, /Try changing the 'enforceXPath1' driver setting to 'true'/);
  });
});

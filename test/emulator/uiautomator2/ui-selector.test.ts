import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';
import type { ViewSpec } from './fake-view.ts';

const TEXT_VIEW = 'android.widget.TextView';
const STRATEGY = '-android uiautomator';

function row(text: string, isOn: boolean): ViewSpec {
  return {
    className: 'android.widget.LinearLayout',
    id: 'a:id/row',
    clickable: true,
    children: [
      { className: TEXT_VIEW, id: 'a:id/title', text },
      {
        className: 'android.widget.Switch',
        text: `${text} ${isOn ? 'on' : 'off'}`,
        checkable: true,
        checked: isOn,
      },
    ],
  };
}

describe('UiAutomator2 server: UiSelector', () => {
  let phone: FakePhone;

  beforeEach(async () => {
    phone = new FakePhone();
    phone.ui.show({
      desc: 'Settings list',
      children: [
        row('Wi-Fi', true),
        row('Bluetooth', false),
        { className: TEXT_VIEW, text: 'hidden', visible: false },
        row('NFC', true),
      ],
    });
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  const CASES: readonly (readonly [string, readonly string[]])[] = [
    ['new UiSelector().text("Wi-Fi")', ['Wi-Fi']],
    ['new UiSelector().text("wi-fi")', []],
    ['new UiSelector().textContains("TOOTH").className("android.widget.TextView")', ['Bluetooth']],
    ['new UiSelector().textStartsWith("nf").instance(0)', ['NFC']],
    ['new UiSelector().textMatches("[A-Z]+")', ['NFC']],
    ['new UiSelector().textMatches("(?i)nfc|wi-fi")', ['Wi-Fi', 'NFC']],
    ['new UiSelector().textMatches("Wi")', []],
    ['new UiSelector().resourceIdMatches(".*:id/title")', ['Wi-Fi', 'Bluetooth', 'NFC']],
    ['new UiSelector().resourceId("a:id/title").instance(1)', ['Bluetooth']],
    ['new UiSelector().checkable(true).checked(false)', ['Bluetooth off']],
    ['new UiSelector().text("hidden")', []],
    [
      'new UiSelector().clickable(true).childSelector(new UiSelector().index(0))',
      ['Wi-Fi', 'Bluetooth', 'NFC'],
    ],
    [
      'new UiSelector().clickable(true).instance(2).childSelector(new UiSelector().index(1))',
      ['NFC on'],
    ],
    [
      'new UiSelector().text("Bluetooth").fromParent(new UiSelector().checkable(true))',
      ['Bluetooth off'],
    ],
    ['new UiSelector().text("NFC"); new UiSelector().text("Wi-Fi"); text("NFC")', ['NFC', 'Wi-Fi']],
    ['new UiSelector().packageName("com.example").text("NFC")', ['NFC']],
    ['new UiSelector().packageName("com.other").text("NFC")', []],
  ];
  for (const [expression, expected] of CASES) {
    it(`finds ${expected.join(', ') || 'nothing'} by ${expression}`, async () => {
      assert.deepEqual(await phone.texts(STRATEGY, expression), expected);
    });
  }

  it('finds the first where one is wanted', async () => {
    const id = await phone.findOne(STRATEGY, 'className("android.widget.TextView")');
    assert.equal((await phone.get(`/element/${id}/text`)).value, 'Wi-Fi');
  });

  it('searches below an element found by UiSelector', async () => {
    const list = await phone.findOne(STRATEGY, 'clickable(true).instance(1)');
    assert.deepEqual(await phone.texts(STRATEGY, 'checkable(true)', list), ['Bluetooth off']);
  });

  it('searches below an element found otherwise', async () => {
    const list = await phone.findOne('xpath', '//*[@resource-id="a:id/row"][3]');
    assert.deepEqual(await phone.texts(STRATEGY, 'checkable(true)', list), ['NFC on']);
  });

  it('searches by id below an element found by UiSelector', async () => {
    const list = await phone.findOne(STRATEGY, 'clickable(true).instance(1)');
    assert.deepEqual(await phone.texts('id', 'a:id/title', list), ['Bluetooth']);
  });

  it('searches the active window only, whatever enableMultiWindows says', async () => {
    phone.ui.addWindow({ text: 'status bar' }, 'system');
    await phone.set({ enableMultiWindows: true });
    assert.deepEqual(await phone.find(STRATEGY, 'text("status bar")'), []);
  });

  it('answers no such element where nothing matches', async () => {
    const answer = await phone.post('/element', { strategy: STRATEGY, selector: 'text("none")' });
    assert.equal(errorOf(answer).error, 'no such element');
  });

  it('refuses an empty expression', async () => {
    const answer = await phone.post('/element', { strategy: STRATEGY, selector: '' });
    const { status, error, message } = errorOf(answer);
    assert.deepEqual([status, error], [400, 'invalid selector']);
    assert.match(message, /Tried to parse an empty string\. Expected to see a string consisting/);
  });

  it('refuses a malformed expression', async () => {
    const answer = await phone.post('/elements', { strategy: STRATEGY, selector: 'text(' });
    assert.deepEqual(errorOf(answer).error, 'invalid selector');
  });
});

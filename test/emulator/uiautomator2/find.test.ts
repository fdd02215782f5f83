import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';
import type { ViewSpec } from './fake-view.ts';

const TEXT_VIEW = 'android.widget.TextView';

function screen(): ViewSpec {
  return {
    packageName: 'com.example',
    children: [
      { id: 'android:id/content', className: 'android.widget.FrameLayout', children: rows() },
      { className: TEXT_VIEW, id: 'com.example:id/hidden', text: 'hidden', visible: false },
    ],
  };
}

function rows(): ViewSpec[] {
  return [
    { id: 'com.example:id/row', desc: 'first', children: [title('Wi-Fi')] },
    { id: 'com.example:id/row', desc: 'second', children: [title('Bluetooth')] },
  ];
}

function title(text: string): ViewSpec {
  return { className: TEXT_VIEW, id: 'com.example:id/title', text };
}

describe('UiAutomator2 server: finding elements', () => {
  let phone: FakePhone;

  beforeEach(async () => {
    phone = new FakePhone();
    phone.ui.show(screen());
    await phone.startSession({ 'appium:appPackage': 'com.example' });
  });
  afterEach(() => phone.stop());

  it('finds the first by id', async () => {
    const id = await phone.findOne('id', 'com.example:id/title');
    assert.equal((await phone.get(`/element/${id}/text`)).value, 'Wi-Fi');
  });

  it('finds all by id', async () => {
    assert.deepEqual(await phone.texts('id', 'com.example:id/title'), ['Wi-Fi', 'Bluetooth']);
  });

  it("completes a bare id with the session's package", async () => {
    assert.equal((await phone.find('id', 'title')).length, 2);
  });

  it("completes a bare id with the server's own package where the session has none", async () => {
    phone.ui.show({ id: 'io.appium.uiautomator2.server:id/title', text: 'own' });
    await phone.startSession();
    assert.deepEqual(await phone.texts('id', 'title'), ['own']);
  });

  it('leaves ids alone with disableIdLocatorAutocompletion', async () => {
    await phone.set({ disableIdLocatorAutocompletion: true });
    assert.deepEqual(await phone.find('id', 'title'), []);
  });

  it('finds by content description', async () => {
    const id = await phone.findOne('accessibility id', 'second');
    assert.equal((await phone.get(`/element/${id}/name`)).value, 'second');
  });

  it('finds by class name', async () => {
    assert.deepEqual(await phone.texts('class name', TEXT_VIEW), ['Wi-Fi', 'Bluetooth']);
  });

  it('takes a class name with a leading period for one of android.widget', async () => {
    assert.equal((await phone.find('class name', '.TextView')).length, 2);
  });

  it('returns descendants before their ancestors', async () => {
    const frames = await phone.find('class name', 'android.widget.FrameLayout');
    const names = await Promise.all(frames.map((id) => phone.get(`/element/${id}/name`)));
    assert.deepEqual(
      names.map(({ value }) => value),
      ['first', 'second', null, null],
    );
  });

  it('skips what is not visible', async () => {
    assert.deepEqual(await phone.find('id', 'com.example:id/hidden'), []);
  });

  it('finds below an element', async () => {
    const row = await phone.findOne('accessibility id', 'second');
    assert.deepEqual(await phone.texts('class name', TEXT_VIEW, row), ['Bluetooth']);
  });

  it('gives the same view the same id each time', async () => {
    assert.equal(
      await phone.findOne('accessibility id', 'second'),
      await phone.findOne('xpath', '//*[@content-desc="second"]'),
    );
  });

  it('makes ids of window and view', async () => {
    assert.match(
      await phone.findOne('accessibility id', 'first'),
      /^00000000-0000-0001-ffff-ffff[0-9a-f]{8}$/,
    );
  });

  it('searches only the active window', async () => {
    phone.ui.addWindow({ id: 'com.android.systemui:id/clock', text: '12:00' }, 'system');
    assert.deepEqual(await phone.find('id', 'com.android.systemui:id/clock'), []);
  });

  it('searches all windows with enableMultiWindows', async () => {
    phone.ui.addWindow({ id: 'com.android.systemui:id/clock', text: '12:00' }, 'system');
    await phone.set({ enableMultiWindows: true });
    assert.deepEqual(await phone.texts('id', 'com.android.systemui:id/clock'), ['12:00']);
  });

  it("searches the active package's topmost window with enableTopmostWindowFromActivePackage", async () => {
    phone.ui.addWindow({ packageName: 'com.example', text: 'popup', id: 'a:id/b' }, 'system');
    await phone.set({ enableTopmostWindowFromActivePackage: true });
    assert.deepEqual(await phone.texts('id', 'a:id/b'), ['popup']);
  });

  it('answers no such element where nothing matches', async () => {
    const answer = errorOf(await phone.post('/element', { strategy: 'id', selector: 'a:id/none' }));
    assert.deepEqual([answer.status, answer.error], [404, 'no such element']);
  });

  it('answers an empty list where nothing of many matches', async () => {
    assert.deepEqual(await phone.find('id', 'a:id/none'), []);
  });

  it('refuses an unknown strategy', async () => {
    const answer = errorOf(await phone.post('/element', { strategy: 'name', selector: 'x' }));
    assert.deepEqual([answer.status, answer.error], [400, 'invalid selector']);
    assert.match(answer.message, /^Selector strategy 'name' is not supported\. .*\[id, xpath,/);
  });

  it('refuses a request without selector', async () => {
    const answer = errorOf(await phone.post('/element', { strategy: 'id' }));
    assert.equal(answer.status, 400);
    assert.equal(
      answer.message,
      "java.lang.IllegalArgumentException: FindElementModel: The mandatory field 'selector' is " +
        'not present in JSON',
    );
  });

  it('waits for an idle screen before it searches', async () => {
    phone.ui.idleWaits = 0;
    await phone.find('id', 'title');
    assert.equal(phone.ui.idleWaits, 1);
  });

  it('does not wait with waitForIdleTimeout 0', async () => {
    await phone.set({ waitForIdleTimeout: 0 });
    phone.ui.idleWaits = 0;
    await phone.find('id', 'title');
    assert.equal(phone.ui.idleWaits, 0);
  });

  it('answers compactly with nothing but the id', async () => {
    const { value } = await phone.post('/element', { strategy: 'id', selector: 'row' });
    const id = (value as { ELEMENT: string }).ELEMENT;
    assert.deepEqual(value, { ELEMENT: id, 'element-6066-11e4-a52e-4f735466cecf': id });
  });

  it('adds attributes to responses that are not compact', async () => {
    await phone.set({
      shouldUseCompactResponses: false,
      elementResponseAttributes: 'name,text,rect,enabled,attribute/resource-id,attribute/none',
    });
    const { value } = await phone.post('/element', { strategy: 'id', selector: 'row' });
    const { ELEMENT: id, ...rest } = value as Record<string, unknown>;
    assert.deepEqual(rest, {
      'element-6066-11e4-a52e-4f735466cecf': id,
      name: 'first',
      text: '',
      rect: { x: 0, y: 0, width: 720, height: 1600 },
      enabled: 'true',
      'attribute/resource-id': 'com.example:id/row',
    });
  });

  it('tells which element has the focus', async () => {
    phone.ui.show({ children: [{ text: 'a' }, { text: 'b', focused: true }] });
    const { value } = await phone.get('/element/active');
    const { ELEMENT: id } = value as { ELEMENT: string };
    assert.equal((await phone.get(`/element/${id}/text`)).value, 'b');
  });

  it('answers no such element where nothing has the focus', async () => {
    const answer = errorOf(await phone.get('/element/active'));
    assert.deepEqual([answer.status, answer.error], [404, 'no such element']);
    assert.match(answer.message, /^An element could not be located on the page using/);
  });

  const CONTAINERS = [
    ['id', 'a:id/empty', /Could not get children for container object$/],
    [
      '-android uiautomator',
      'new UiSelector().resourceId("a:id/empty")',
      /^An element could not be located on the page/,
    ],
  ] as const;
  for (const [strategy, selector, words] of CONTAINERS) {
    it(`knows no first visible child of what has none and was found by ${strategy}`, async () => {
      phone.ui.show({ children: [{ id: 'a:id/empty' }] });
      const id = await phone.findOne(strategy, selector);
      const answer = errorOf(await phone.get(`/appium/element/${id}/first_visible`));
      assert.deepEqual([answer.status, answer.error], [404, 'no such element']);
      assert.match(answer.message, words);
    });
  }

  it('tells the first visible child of an element', async () => {
    const content = await phone.findOne('id', 'android:id/content');
    const { value } = await phone.get(`/appium/element/${content}/first_visible`);
    const { ELEMENT: id } = value as { ELEMENT: string };
    assert.equal((await phone.get(`/element/${id}/name`)).value, 'first');
  });

  it('does not see unimportant views with ignoreUnimportantViews, but what they hold', async () => {
    const inner: ViewSpec = { text: 'inner', id: 'a:id/inner' };
    phone.ui.show({ children: [{ important: false, id: 'a:id/outer', children: [inner] }] });
    await phone.set({ ignoreUnimportantViews: true });
    assert.deepEqual(await phone.find('id', 'a:id/outer'), []);
    assert.deepEqual(await phone.texts('id', 'a:id/inner'), ['inner']);
  });

  it('finds nothing where many are asked for as an empty list', async () => {
    const body = { strategy: 'id', selector: 'a:id/none', context: '', multiple: true };
    assert.deepEqual((await phone.post('/elements', body)).value, []);
  });
});

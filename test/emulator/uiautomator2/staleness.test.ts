import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';

const BUTTON = 'com.example:id/button';
const button = (text: string) => ({ children: [{ id: BUTTON, text }] });

describe('UiAutomator2 server: stale elements', () => {
  let phone: FakePhone;

  beforeEach(async () => {
    phone = new FakePhone();
    phone.ui.show(button('old'));
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  const textOf = async (id: string) => errorOf(await phone.get(`/element/${id}/text`));

  it('tells that nothing like the element is there any more', async () => {
    const id = await phone.findOne('id', BUTTON);
    phone.ui.render({});
    const { status, error, message } = await textOf(id);
    assert.deepEqual([status, error], [404, 'stale element reference']);
    assert.equal(message, `The element 'By.id: ${BUTTON}' does not exist in DOM anymore`);
  });

  it('does not take another view that the locator finds for the element', async () => {
    const id = await phone.findOne('id', BUTTON);
    phone.ui.render(button('new'));
    assert.equal(
      (await textOf(id)).message,
      `The element 'By.id: ${BUTTON}' is not linked to the same object in DOM anymore`,
    );
  });

  it('does not look again for one of many', async () => {
    const [id] = await phone.find('id', BUTTON);
    phone.ui.render(button('new'));
    assert.equal(
      (await textOf(id ?? '')).message,
      `Cached elements 'By.id: ${BUTTON}' do not exist in DOM anymore`,
    );
  });

  it('takes whatever a UiSelector matches now for the element', async () => {
    const id = await phone.findOne('-android uiautomator', `resourceId("${BUTTON}")`);
    phone.ui.render(button('new'));
    assert.equal((await phone.get(`/element/${id}/text`)).value, 'new');
  });

  it('waits for what a UiSelector matches as long as waitForSelectorTimeout', async () => {
    const id = await phone.findOne('-android uiautomator', `resourceId("${BUTTON}")`);
    phone.ui.render({});
    await phone.set({ waitForSelectorTimeout: 3000 });
    const startMs = phone.clock.now();
    assert.equal((await textOf(id)).error, 'stale element reference');
    assert.equal(phone.clock.now() - startMs, 3000);
  });

  it('does not know an id that it never gave out', async () => {
    const { status, error, message } = await textOf('no-such-id');
    assert.deepEqual([status, error], [404, 'no such element']);
    assert.match(message, /^The element identified by 'no-such-id' is not present in the cache/);
  });

  it('does not know ids of the session before', async () => {
    const id = await phone.findOne('id', BUTTON);
    await phone.startSession();
    assert.equal((await textOf(id)).error, 'no such element');
  });

  it('tells the id of the active element where it has no locator', async () => {
    phone.ui.show({ focused: true });
    const { value } = await phone.get('/element/active');
    const { ELEMENT: id } = value as { ELEMENT: string };
    phone.ui.render({});
    assert.equal((await textOf(id)).message, `The element '${id}' does not exist in DOM anymore`);
  });

  it('forgets the least recently used of more than 500 elements', async () => {
    phone.ui.show({ children: Array.from({ length: 501 }, (_, i) => ({ text: `row ${i}` })) });
    const ids = await phone.find('xpath', '/hierarchy/*/*');
    assert.deepEqual(
      [await textOf(ids[0] ?? ''), await textOf(ids[500] ?? '')].map(({ status }) => status),
      [404, 200],
    );
  });
});

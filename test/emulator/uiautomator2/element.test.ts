import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';
import type { ViewSpec } from './fake-view.ts';

describe('UiAutomator2 server: an element', () => {
  let phone: FakePhone;
  let id: string;

  async function show(view: ViewSpec): Promise<void> {
    phone.ui.show({ packageName: 'com.example', children: [{ id: 'a:id/view', ...view }] });
    id = await phone.findOne('id', 'a:id/view');
  }

  beforeEach(async () => {
    phone = new FakePhone();
    phone.ui.show({});
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  const get = async (path: string) => (await phone.get(path)).value;
  const attribute = (name: string) => get(`/element/${id}/attribute/${name}`);

  it('is clicked in its middle', async () => {
    let clicks = 0;
    await show({ bounds: [100, 200, 301, 400], onClick: () => (clicks += 1) });
    assert.equal((await phone.post(`/element/${id}/click`)).value, null);
    assert.equal(clicks, 1);
    assert.deepEqual(
      phone.ui.touches.map(({ action, x, y }) => [action, x, y]),
      [
        ['down', 200, 300],
        ['up', 200, 300],
      ],
    );
  });

  it('has a text, empty if there is none', async () => {
    await show({});
    assert.equal(await get(`/element/${id}/text`), '');
  });

  it('has a name: its content description', async () => {
    await show({ desc: 'Back' });
    assert.equal(await get(`/element/${id}/name`), 'Back');
  });

  it('has a rectangle, a size and a location', async () => {
    await show({ bounds: [10, 20, 110, 70] });
    assert.deepEqual(await get(`/element/${id}/rect`), { x: 10, y: 20, width: 100, height: 50 });
    assert.deepEqual(await get(`/element/${id}/size`), { width: 100, height: 50 });
    assert.deepEqual(await get(`/element/${id}/location`), { x: 10, y: 20 });
  });

  const ATTRIBUTES: readonly (readonly [string, ViewSpec, string | null])[] = [
    ['text', { text: 'OK' }, 'OK'],
    ['name', { text: 'OK' }, 'OK'],
    ['content-desc', { desc: 'Back' }, 'Back'],
    ['contentDescription', {}, null],
    ['class', { className: 'android.widget.Button' }, 'android.widget.Button'],
    ['className', { className: 'android.widget.Button' }, 'android.widget.Button'],
    ['resource-id', {}, 'a:id/view'],
    ['resourceId', {}, 'a:id/view'],
    ['package', {}, 'com.example'],
    ['bounds', { bounds: [10, 20, 110, 70] }, '[10,20][110,70]'],
    ['enabled', { enabled: false }, 'false'],
    ['checkable', { checkable: true }, 'true'],
    ['checked', { checked: true }, 'true'],
    ['CHECKED', { checked: true }, 'true'],
    ['clickable', { clickable: true }, 'true'],
    ['long-clickable', { longClickable: true }, 'true'],
    ['longClickable', {}, 'false'],
    ['focusable', { focusable: true }, 'true'],
    ['focused', { focused: true }, 'true'],
    ['scrollable', { scrollRangePx: 5 }, 'true'],
    ['selected', { selected: true }, 'true'],
    ['displayed', {}, 'true'],
    ['password', { password: true }, 'true'],
    ['hint', { hint: 'Phone number' }, 'Phone number'],
    ['hint', {}, null],
    ['selection-start', { selection: { start: 1, end: 3 } }, '1'],
    ['selection-end', { selection: { start: 1, end: 3 } }, '3'],
    ['selection-end', { selection: { start: 3, end: 3 } }, null],
    ['extras', {}, ''],
    ['is-collection', {}, 'false'],
    ['isCollectionItem', {}, 'false'],
    ['collection-info', {}, null],
    ['collectionItemInfo', {}, null],
  ];
  for (const [name, view, expected] of ATTRIBUTES) {
    it(`has the attribute ${name}: ${expected}`, async () => {
      await show(view);
      assert.equal(await attribute(name), expected);
    });
  }

  for (const name of ['none', 'index', 'heading', 'original-text']) {
    it(`has no attribute ${name}`, async () => {
      await show({});
      const answer = errorOf(await phone.get(`/element/${id}/attribute/${name}`));
      assert.deepEqual([answer.status, answer.error], [404, 'unknown command']);
      assert.match(
        answer.message,
        new RegExp(
          `^'${name}' attribute is unknown for the element\\. Only the following attributes are ` +
            'supported: \\[checkable, checked, \\{class,className\\}, clickable, ' +
            '\\{content-desc,contentDescription\\}, ',
        ),
      );
    });
  }

  it('is a collection or an entry of one', async () => {
    await show({ rows: 12, row: 3 });
    assert.equal(await attribute('is-collection'), 'true');
    assert.equal(await attribute('isCollectionItem'), 'true');
    assert.equal(
      await attribute('collection-info'),
      '{"rowCount":12,"columnCount":1,"isHierarchical":false,"selectionMode":0}',
    );
    assert.equal(
      await attribute('collection-item-info'),
      '{"rowIndex":3,"columnIndex":0,"rowSpan":1,"columnSpan":1,"isHeading":false,' +
        '"isSelected":false}',
    );
  });

  it('puts a value after what is there', async () => {
    await show({ editable: true, text: 'ab' });
    await phone.post(`/element/${id}/value`, { text: 'cd', replace: false });
    assert.equal(await get(`/element/${id}/text`), 'abcd');
  });

  it('replaces a value when asked to', async () => {
    await show({ editable: true, text: 'ab' });
    await phone.post(`/element/${id}/value`, { text: 'cd', replace: true });
    assert.equal(await get(`/element/${id}/text`), 'cd');
  });

  it('takes a text that cannot be cleared for the hint', async () => {
    const view = {
      editable: true,
      get text() {
        return typed || 'Phone number';
      },
      set text(text: string) {
        typed = text;
      },
    };
    let typed = '';
    await show(view);
    const spec = phone.ui.rootInActiveWindow()?.children[0] as unknown as { spec: ViewSpec };
    Object.defineProperties(spec.spec, Object.getOwnPropertyDescriptors(view));
    await phone.post(`/element/${id}/value`, { text: '123' });
    assert.equal(await get(`/element/${id}/text`), '123');
  });

  it('cuts a value to the length that fits', async () => {
    await show({ editable: true, maxLength: 6 });
    await phone.post(`/element/${id}/value`, { text: '12345678' });
    assert.equal(await get(`/element/${id}/text`), '123456');
  });

  it('presses Enter for a value that ends in a backslash and an n', async () => {
    await show({ editable: true });
    await phone.post(`/element/${id}/value`, { text: 'go\\n' });
    assert.deepEqual(
      phone.ui.keys.map(({ keyCode }) => keyCode),
      [66],
    );
  });

  it('takes a value from the focused element by POST keys', async () => {
    await show({ editable: true, focused: true });
    await phone.post('/keys', { text: 'hello' });
    assert.equal(await get(`/element/${id}/text`), 'hello');
  });

  it('answers no such element to POST keys where nothing has the focus', async () => {
    await show({ editable: true });
    assert.equal(errorOf(await phone.post('/keys', { text: 'x' })).error, 'no such element');
  });

  it('refuses a value where no text can be entered', async () => {
    await show({});
    const answer = errorOf(await phone.post(`/element/${id}/value`, { text: 'x' }));
    assert.deepEqual([answer.status, answer.error], [400, 'invalid element state']);
    assert.equal(
      answer.message,
      "Cannot set the element to 'x'. Did you interact with the correct element?",
    );
  });

  it('is cleared', async () => {
    await show({ editable: true, text: 'ab' });
    assert.equal((await phone.post(`/element/${id}/clear`)).value, null);
    assert.equal(await get(`/element/${id}/text`), '');
  });

  it('stays as it is when what takes no text is cleared', async () => {
    await show({ text: 'ab' });
    assert.equal((await phone.post(`/element/${id}/clear`)).status, 200);
    assert.equal(await get(`/element/${id}/text`), 'ab');
  });
});

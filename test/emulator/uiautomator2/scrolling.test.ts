import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';
import type { FakeNode, ViewSpec } from './fake-view.ts';

const STRATEGY = '-android uiautomator';
const LIST = 'new UiScrollable(new UiSelector().scrollable(true))';
const ROW_HEIGHT_PX = 200;
const ROWS = 30;

function list(): ViewSpec {
  return {
    id: 'a:id/list',
    className: 'android.widget.ListView',
    bounds: [0, 100, 720, 1100],
    scrollRangePx: ROWS * ROW_HEIGHT_PX - 1000,
    children: Array.from({ length: ROWS }, (_, i) => ({
      id: 'a:id/row',
      desc: `description ${i}`,
      bounds: [0, 100 + i * ROW_HEIGHT_PX, 720, 100 + (i + 1) * ROW_HEIGHT_PX],
      children: [
        {
          text: `Row ${i}`,
          bounds: [0, 100 + i * ROW_HEIGHT_PX, 720, 100 + (i + 1) * ROW_HEIGHT_PX],
        },
      ],
    })),
  };
}

describe('UiAutomator2 server: scrolling', () => {
  let phone: FakePhone;
  let view: FakeNode;

  beforeEach(async () => {
    phone = new FakePhone();
    [view] = phone.ui.show({ children: [list()] }).children as [FakeNode];
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  const find = (selector: string) => phone.findOne(STRATEGY, selector);
  const textOf = async (id: string) => (await phone.get(`/element/${id}/text`)).value;

  it('scrolls forward to what scrollIntoView names', async () => {
    const id = await find(`${LIST}.scrollIntoView(new UiSelector().text("Row 17"))`);
    assert.equal(await textOf(id), 'Row 17');
  });

  it('scrolls back to what scrollIntoView names', async () => {
    view.scrolledPx = 4000;
    const id = await find(`${LIST}.scrollIntoView(new UiSelector().text("Row 1"))`);
    assert.equal(await textOf(id), 'Row 1');
  });

  it('does not scroll to what shows already', async () => {
    await find(`${LIST}.scrollIntoView(new UiSelector().text("Row 2"))`);
    assert.equal(phone.ui.touches.length, 0);
  });

  it('answers no such element where scrollIntoView finds nothing', async () => {
    const selector = `${LIST}.scrollIntoView(new UiSelector().text("Row 99"))`;
    const { error } = errorOf(await phone.post('/element', { strategy: STRATEGY, selector }));
    assert.equal(error, 'no such element');
  });

  it('answers no such element where there is no such list', async () => {
    await phone.set({ waitForSelectorTimeout: 0 });
    const selector = 'new UiScrollable(text("x")).scrollForward()';
    const { error, message } = errorOf(
      await phone.post('/element', { strategy: STRATEGY, selector }),
    );
    assert.equal(error, 'no such element');
    assert.equal(
      message,
      'androidx.test.uiautomator.UiObjectNotFoundException: UiSelector[TEXT=x]',
    );
  });

  it('scrolls by text', async () => {
    assert.equal(await textOf(await find(`${LIST}.scrollTextIntoView("Row 12")`)), 'Row 12');
  });

  it('scrolls by description', async () => {
    const id = await find(`${LIST}.scrollDescriptionIntoView("description 12")`);
    assert.equal((await phone.get(`/element/${id}/name`)).value, 'description 12');
  });

  it('finds the row that holds a text', async () => {
    const row = 'new UiSelector().resourceId("a:id/row")';
    const id = await find(`${LIST}.getChildByText(${row}, "Row 14")`);
    assert.equal((await phone.get(`/element/${id}/name`)).value, 'description 14');
  });

  it('finds the row with a description', async () => {
    const row = 'new UiSelector().resourceId("a:id/row")';
    const id = await find(`${LIST}.getChildByDescription(${row}, "description 14")`);
    assert.equal((await phone.get(`/element/${id}/name`)).value, 'description 14');
  });

  it('finds a row by its number among those that show', async () => {
    const row = 'new UiSelector().resourceId("a:id/row")';
    const id = await find(`${LIST}.getChildByInstance(${row}, 2)`);
    assert.equal((await phone.get(`/element/${id}/name`)).value, 'description 2');
  });

  it('does not scroll for a row where that is not allowed', async () => {
    const row = 'new UiSelector().resourceId("a:id/row")';
    const selector = `${LIST}.getChildByText(${row}, "Row 14", false)`;
    const { message } = errorOf(await phone.post('/element', { strategy: STRATEGY, selector }));
    assert.equal(
      message,
      'androidx.test.uiautomator.UiObjectNotFoundException: for text= "Row 14"',
    );
  });

  it('stands for the list where a chain returns nothing else', async () => {
    const id = await find(`${LIST}.scrollToEnd(10)`);
    assert.equal((await phone.get(`/element/${id}/attribute/resource-id`)).value, 'a:id/list');
  });

  it('stands for the list that a setter returned, once it had to scroll', async () => {
    const id = await find(`${LIST}.setAsVerticalList().scrollIntoView(text("Row 17"))`);
    assert.equal((await phone.get(`/element/${id}/attribute/resource-id`)).value, 'a:id/list');
  });

  it('scrolls to the end and to the beginning', async () => {
    await find(`${LIST}.scrollToEnd(20)`);
    assert.equal(view.scrolledPx, view.spec.scrollRangePx);
    await find(`${LIST}.flingToBeginning(20)`);
    assert.equal(view.scrolledPx, 0);
  });

  it('gives up after as many swipes as set', async () => {
    await find(`${LIST}.setMaxSearchSwipes(2)`);
    const selector = `${LIST}.scrollIntoView(new UiSelector().text("Row 29"))`;
    await phone.post('/element', { strategy: STRATEGY, selector });
    // One back, which moves nothing, and two forward.
    assert.equal(phone.ui.touches.filter(({ action }) => action === 'down').length, 3);
  });

  it('swipes between the dead zones, a tenth at each end', async () => {
    await find(`${LIST}.scrollForward()`);
    const ends = phone.ui.touches.filter(({ action }) => action !== 'move');
    assert.deepEqual(
      ends.map(({ x, y }) => [x, y]),
      [
        [360, 1000],
        [360, 200],
      ],
    );
  });

  it('takes a dead zone', async () => {
    await find(`${LIST}.setSwipeDeadZonePercentage(0.3).scrollForward()`);
    assert.equal(phone.ui.touches[0]?.y, 800);
  });

  it('swipes sideways over a horizontal list', async () => {
    await find(`${LIST}.setAsHorizontalList().scrollForward()`);
    assert.deepEqual([phone.ui.touches[0]?.x, phone.ui.touches.at(-1)?.x], [648, 72]);
  });

  it('refuses a method that UiScrollable has not', async () => {
    const selector = `${LIST}.jump()`;
    const { message } = errorOf(await phone.post('/element', { strategy: STRATEGY, selector }));
    assert.match(message, /UiScrollable has no `jump` method$/);
  });

  it('scrolls by POST gestures/scroll_to', async () => {
    const answer = await phone.post('/gestures/scroll_to', {
      params: { strategy: 'accessibility id', selector: 'description 20' },
    });
    assert.equal(answer.status, 200);
    assert.equal((await phone.find('accessibility id', 'description 20')).length, 1);
  });

  it('does not scroll by POST gestures/scroll_to with id', async () => {
    const answer = await phone.post('/gestures/scroll_to', {
      params: { strategy: 'id', selector: 'a:id/x' },
    });
    assert.match(errorOf(answer).message, /^Unsupported strategy: 'id'\./);
  });

  it('answers no such element to POST gestures/scroll_to where it finds nothing', async () => {
    const answer = await phone.post('/gestures/scroll_to', {
      params: { strategy: 'class name', selector: 'a.None', maxSwipes: 1 },
    });
    assert.match(errorOf(answer).message, /Cannot scroll to UiSelector\[CLASS=a\.None\]$/);
  });

  it('scrolls back to an element by POST scroll_to', async () => {
    const listId = await find('scrollable(true)');
    const rowId = await find('text("Row 1")');
    view.scrolledPx = 4000;
    await phone.set({ waitForSelectorTimeout: 0 });
    // The real server looks the element up first, and it is not there.
    const answer = await phone.post(`/appium/element/${listId}/scroll_to/${rowId}`);
    assert.equal(errorOf(answer).error, 'stale element reference');
  });

  it('scrolls only between elements found by UiSelector', async () => {
    const listId = await phone.findOne('id', 'a:id/list');
    const answer = await phone.post(`/appium/element/${listId}/scroll_to/${listId}`);
    assert.match(errorOf(answer).message, /^Element was not an instance of UiObject/);
  });
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { errorOf, FakePhone } from './fake-phone.ts';
import type { Bounds, ViewSpec } from './fake-view.ts';

describe('UiAutomator2 server: alerts', () => {
  let phone: FakePhone;
  let clicked: string[];

  function button(id: string, text: string, column: number): ViewSpec {
    const bounds: Bounds = [column * 100, 500, column * 100 + 100, 600];
    return { id, text, bounds, onClick: () => clicked.push(text) };
  }

  function dialog(...views: ViewSpec[]): ViewSpec {
    return { children: [{ id: 'android:id/content', children: views }] };
  }

  const TITLE: ViewSpec = { id: 'com.example:id/alertTitle', text: 'Sign out?' };
  const MESSAGE: ViewSpec = { id: 'android:id/message', text: 'Data stays.' };

  beforeEach(async () => {
    phone = new FakePhone();
    clicked = [];
    phone.ui.show({ text: 'screen' });
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  function showDialog(): void {
    phone.ui.show(
      dialog(
        TITLE,
        MESSAGE,
        button('android:id/button2', 'Cancel', 0),
        button('android:id/button1', 'OK', 1),
      ),
    );
  }

  function showPermission(): void {
    phone.ui.show(
      dialog(
        { id: 'com.android.permissioncontroller:id/permission_message', text: 'Allow SMS?' },
        button('com.android.permissioncontroller:id/permission_deny_button', 'Deny', 0),
        button('com.android.permissioncontroller:id/permission_allow_button', 'Allow', 1),
      ),
    );
  }

  it('have a text: all but the buttons', async () => {
    showDialog();
    assert.equal((await phone.get('/alert/text')).value, 'Sign out?\nData stays.');
  });

  it('are seen in every window', async () => {
    phone.ui.addWindow(dialog(TITLE, button('android:id/button1', 'OK', 1)), 'system');
    assert.equal((await phone.get('/alert/text')).value, 'Sign out?');
    await phone.post('/alert/accept');
    const [touch] = phone.ui.touches;
    assert.deepEqual([touch?.x, touch?.y], [150, 550]);
  });

  it('are accepted by the first button', async () => {
    showDialog();
    assert.equal((await phone.post('/alert/accept')).value, null);
    assert.deepEqual(clicked, ['OK']);
  });

  it('are dismissed by the second button', async () => {
    showDialog();
    await phone.post('/alert/dismiss');
    assert.deepEqual(clicked, ['Cancel']);
  });

  it('with one button are dismissed by it', async () => {
    phone.ui.show(dialog(TITLE, button('android:id/button1', 'Close', 0)));
    await phone.post('/alert/dismiss');
    assert.deepEqual(clicked, ['Close']);
  });

  it('are answered by the button with a label', async () => {
    showDialog();
    await phone.post('/alert/accept', { buttonLabel: 'Cancel' });
    assert.deepEqual(clicked, ['Cancel']);
  });

  it('have no button with another label', async () => {
    showDialog();
    const answer = errorOf(await phone.post('/alert/accept', { buttonLabel: 'Maybe' }));
    assert.equal(answer.error, 'invalid element state');
    assert.equal(answer.message, 'The expected button cannot be detected on the alert');
  });

  it('for a permission are accepted by what allows it', async () => {
    showPermission();
    await phone.post('/alert/accept');
    assert.deepEqual(clicked, ['Allow']);
  });

  it('for a permission are dismissed by what denies it', async () => {
    showPermission();
    await phone.post('/alert/dismiss');
    assert.deepEqual(clicked, ['Deny']);
  });

  it('for a permission have a text', async () => {
    showPermission();
    assert.equal((await phone.get('/alert/text')).value, 'Allow SMS?');
  });

  for (const [method, path] of [
    ['GET', '/alert/text'],
    ['POST', '/alert/accept'],
    ['POST', '/alert/dismiss'],
  ] as const) {
    it(`are missed by ${method} ${path} where there is none`, async () => {
      const url = `/session/${phone.sessionId}${path}`;
      const answer = errorOf(await phone.send(method, url, method === 'POST' ? {} : undefined));
      assert.deepEqual([answer.status, answer.error], [404, 'no such alert']);
      assert.equal(answer.message, 'No alert is present on the screen');
    });
  }
});

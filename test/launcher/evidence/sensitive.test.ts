import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { secretsShown, sensitiveRegions } from '../../../launcher/evidence/sensitive.ts';

const none = (): boolean => false;

function source(...nodes: string[]): string {
  const xml = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>";
  return `${xml}\n<hierarchy rotation="0" width="720" height="1600">\n${nodes.join('\n')}\n</hierarchy>`;
}

function node(attributes: string, tag = 'android.widget.TextView'): string {
  return `<${tag} index="0" class="${tag}" ${attributes} bounds="[10,20][110,60]" displayed="true" />`;
}

const REGION = { left: 10, top: 20, right: 110, bottom: 60 };

describe('sensitive regions of a screen', () => {
  it('are texts with four digits or more', () => {
    assert.deepEqual(sensitiveRegions(source(node('text="Your code is 4084"')), none), [REGION]);
  });

  it('are digits written in groups', () => {
    assert.deepEqual(sensitiveRegions(source(node('text="(201) 55-5"')), none), [REGION]);
  });

  it('are descriptions', () => {
    assert.deepEqual(sensitiveRegions(source(node('content-desc="code 318204"')), none), [REGION]);
  });

  it('are text fields, also those that read empty', () => {
    const field = node('text=""', 'android.widget.EditText');
    assert.deepEqual(sensitiveRegions(source(field), none), [REGION]);
  });

  it('are the pictures of picture codes', () => {
    const picture = node(
      'text="" resource-id="com.xiaomi.account:id/captcha_image"',
      'android.widget.ImageView',
    );
    assert.deepEqual(sensitiveRegions(source(picture), none), [REGION]);
  });

  it('are the names of accounts', () => {
    const ids = ['text_view_user_info', 'pref_account_user_name', 'user_id'];
    for (const id of ids) {
      const name = node(`text="Li Wei" resource-id="com.xiaomi.account:id/${id}"`);
      assert.deepEqual(sensitiveRegions(source(name), none), [REGION], id);
    }
  });

  it('are texts with a secret of the run', () => {
    const isSecret = (text: string): boolean => text.includes('Li Wei');
    assert.deepEqual(sensitiveRegions(source(node('text="Li Wei"')), isSecret), [REGION]);
  });

  it('are notifications, and what apps show of people', () => {
    for (const app of ['com.android.systemui', 'com.android.contacts', 'com.android.mms']) {
      const shown = node(`text="Fang" package="${app}" resource-id="android:id/title"`);
      assert.deepEqual(sensitiveRegions(source(shown), none), [REGION], app);
    }
  });

  it('are not the clock of the status bar, nor a window of the system without a text', () => {
    const clock = 'package="com.android.systemui" resource-id="com.android.systemui:id/clock"';
    const bar = 'package="com.android.systemui"';
    const nodes = [node(`text="10:58" ${clock}`), node(`text="" ${bar}`)];
    assert.deepEqual(sensitiveRegions(source(...nodes), none), []);
  });

  it('are the title of a row that says that its account is signed in', () => {
    const row = [
      node('text="Fang" resource-id="android:id/title"'),
      node('text="Manage accounts, cloud services, and more"').replace('[10,20]', '[10,21]'),
    ];
    assert.deepEqual(sensitiveRegions(source(...row), none), [REGION]);
  });

  it('are found behind the escapes of XML', () => {
    const text = 'text="&#48;&#x31;&#50;&#51;"';
    assert.deepEqual(sensitiveRegions(source(node(text)), none), [REGION]);
  });

  it('have their corners in order, as they are not in a clipped row', () => {
    const row = node('text="4084"').replace('[10,20][110,60]', '[10,60][110,20]');
    assert.deepEqual(sensitiveRegions(source(row), none), [REGION]);
  });

  it('are those of nodes with children too', () => {
    const parent = node('text="4084"').replace(' />', '>');
    assert.deepEqual(sensitiveRegions(source(parent, '</android.widget.TextView>'), none), [
      REGION,
    ]);
  });

  it('are not the time in the status bar, a countdown or a country code', () => {
    const harmless = ['10:58', 'Send in 58', '+1', '100%', '5 minutes'];
    assert.deepEqual(
      sensitiveRegions(source(...harmless.map((text) => node(`text="${text}"`))), none),
      [],
    );
  });
});

describe('secrets on a screen', () => {
  it("are the codes in the account's messages", () => {
    const shown = source(
      node('text="Mi Account verification code: 318204. It expires in 5 minutes."'),
      node('text="Your bank code is 4084"'),
      node('text="2312 photos"'),
    );
    assert.deepEqual(secretsShown(shown), [{ kind: 'code', value: '318204' }]);
  });

  it('are what a person was typing of a picture', () => {
    const field = (text: string) =>
      `<android.widget.EditText class="android.widget.EditText" text="${text}" />`;
    const picture = node('resource-id="com.xiaomi.account:id/captcha_image"');
    assert.deepEqual(secretsShown(source(picture, field('k7xP'))), [
      { kind: 'code', value: 'k7xP' },
    ]);
    assert.deepEqual(secretsShown(source(picture, field('Enter code'))), []);
    assert.deepEqual(secretsShown(source(field('Germany'))), []);
  });

  it('are account ids', () => {
    const shown = source(node('text="Nickname: 6052990224"'), node('text="12345678901234"'));
    assert.deepEqual(secretsShown(shown), [{ kind: 'account-id', value: '6052990224' }]);
  });

  it('are the names of accounts, after what they are called there', () => {
    const id = 'resource-id="com.xiaomi.account:id/text_view_user_info"';
    const shown = source(node(`text="Nickname: Fang" ${id}`));
    assert.deepEqual(secretsShown(shown), [{ kind: 'name', value: 'Fang' }]);
  });

  it('are the values of an account’s own rows, and of no other', () => {
    const rows = ['user_name', 'cloud'].flatMap((name) => [
      node(`text="" resource-id="com.xiaomi.account:id/pref_account_${name}"`),
      node(`text="What it is" resource-id="android:id/title"`),
      node(`text="${name} value" resource-id="com.xiaomi.account:id/text_right"`),
    ]);
    const value = 'user_name value';
    assert.deepEqual(secretsShown(source(...rows)), [{ kind: 'name', value }]);
  });
});

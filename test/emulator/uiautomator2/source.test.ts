import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { parseXmlDocument } from 'slimdom';
import { FakePhone } from './fake-phone.ts';
import type { ViewSpec } from './fake-view.ts';

describe('UiAutomator2 server: page source', () => {
  let phone: FakePhone;

  beforeEach(async () => {
    phone = new FakePhone();
    phone.ui.show({ text: 'screen' });
    await phone.startSession();
  });
  afterEach(() => phone.stop());

  it("is written as Android's serializer writes it", async () => {
    phone.ui.show({
      packageName: 'com.android.settings',
      bounds: [0, 0, 720, 1600],
      children: [
        {
          className: 'android.widget.EditText',
          id: 'com.android.settings:id/input',
          text: 'say "hi"\n',
          hint: 'a & b',
          desc: "it's",
          bounds: [0, 100, 720, 200],
          editable: true,
          maxLength: 6,
          selection: { start: 0, end: 2 },
        },
      ],
    });
    assert.equal(
      await phone.source(),
      [
        "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>",
        '<hierarchy index="0" class="hierarchy" rotation="0" width="720" height="1560">',
        '  <android.widget.FrameLayout index="0" package="com.android.settings" ' +
          'class="android.widget.FrameLayout" text="" checkable="false" checked="false" ' +
          'clickable="false" enabled="true" focusable="false" focused="false" ' +
          'long-clickable="false" password="false" scrollable="false" selected="false" ' +
          'bounds="[0,0][720,1600]" displayed="true" a11y-important="true" ' +
          'screen-reader-focusable="false" drawing-order="0" showing-hint="false" ' +
          'text-entry-key="false" dismissable="false" a11y-focused="false" heading="false" ' +
          'live-region="0" context-clickable="false" content-invalid="false" window-id="2">',
        '    <android.widget.EditText index="0" package="com.android.settings" ' +
          'class="android.widget.EditText" text=\'say "hi"&#10;\' content-desc="it\'s" ' +
          'resource-id="com.android.settings:id/input" checkable="false" checked="false" ' +
          'clickable="false" enabled="true" focusable="true" focused="false" ' +
          'long-clickable="false" password="false" scrollable="false" selection-start="0" ' +
          'selection-end="2" selected="false" bounds="[0,100][720,200]" displayed="true" ' +
          'hint="a &amp; b" a11y-important="true" screen-reader-focusable="false" ' +
          'input-type="1" drawing-order="1" showing-hint="false" text-entry-key="false" ' +
          'multiline="false" dismissable="false" a11y-focused="false" heading="false" ' +
          'live-region="0" context-clickable="false" max-text-length="6" ' +
          'content-invalid="false" window-id="2" />',
        '  </android.widget.FrameLayout>',
        '</hierarchy>',
      ].join('\r\n'),
    );
  });

  it('holds texts that a parser reads back', async () => {
    const text = `<b> & "quotes" 'both' \t\n 登录 😀`;
    phone.ui.show({ text });
    const document = parseXmlDocument(await phone.source());
    assert.equal(document.documentElement?.firstElementChild?.getAttribute('text'), text);
  });

  it('has a question mark for what XML cannot hold', async () => {
    phone.ui.show({ text: 'a\u0000b\uFFFF' });
    assert.match(await phone.source(), /text="a\?b\?"/);
  });

  it('leaves out what is not visible', async () => {
    phone.ui.show({ children: [{ text: 'gone', visible: false }, { text: 'here' }] });
    const source = await phone.source();
    assert.doesNotMatch(source, /gone/);
    assert.match(source, /index="1" package="com.example" class="[^"]*" text="here"/);
  });

  it('shows what is not visible with allowInvisibleElements', async () => {
    phone.ui.show({ children: [{ text: 'gone', visible: false }] });
    await phone.set({ allowInvisibleElements: true });
    assert.match(await phone.source(), /text="gone".* displayed="false"/);
  });

  it('shows what is not visible below alwaysTraversableViewClasses', async () => {
    const hidden = { text: 'gone', visible: false };
    phone.ui.show({ children: [{ className: 'a.ViewPager', children: [hidden] }, hidden] });
    await phone.set({ alwaysTraversableViewClasses: 'x.Y, *ViewPager' });
    assert.equal((await phone.source()).match(/gone/g)?.length, 1);
  });

  it('goes no deeper than snapshotMaxDepth', async () => {
    phone.ui.show({ text: 'one', children: [{ text: 'two', children: [{ text: 'three' }] }] });
    await phone.set({ snapshotMaxDepth: 2 });
    const source = await phone.source();
    assert.match(source, /two/);
    assert.doesNotMatch(source, /three/);
  });

  it('lifts what unimportant views hold with ignoreUnimportantViews', async () => {
    phone.ui.show({ children: [{ important: false, children: [{ text: 'deep' }] }] });
    await phone.set({ ignoreUnimportantViews: true });
    const root = parseXmlDocument(await phone.source()).documentElement?.firstElementChild;
    assert.equal(root?.firstElementChild?.getAttribute('text'), 'deep');
  });

  it('has only the active window', async () => {
    phone.ui.addWindow({ text: 'status bar' }, 'system');
    assert.doesNotMatch(await phone.source(), /status bar/);
  });

  it('has all windows with enableMultiWindows', async () => {
    phone.ui.addWindow({ text: 'status bar' }, 'system');
    await phone.set({ enableMultiWindows: true });
    const roots = parseXmlDocument(await phone.source()).documentElement?.children ?? [];
    assert.deepEqual(
      roots.map((root) => root.getAttribute('text')),
      ['status bar', 'screen'],
    );
  });

  it('has extras with includeExtrasInPageSource', async () => {
    await phone.set({ includeExtrasInPageSource: true });
    assert.match(await phone.source(), / extras="" /);
  });

  it('names elements so that they are XML', async () => {
    phone.ui.show({ className: 'com.a.B$C@1' });
    assert.match(await phone.source(), /<com\.a\.B\.C\.1 .* class="com\.a\.B\$C@1"/);
  });

  it('keeps letters of all scripts in names', async () => {
    phone.ui.show({ className: 'com.例.Tāte' });
    assert.match(await phone.source(), /<com\.例\.Tāte /);
  });

  it('reduces names to ASCII with normalizeTagNames', async () => {
    phone.ui.show({ className: 'com.例.Tête' });
    await phone.set({ normalizeTagNames: true });
    assert.match(await phone.source(), /<com\._\.Tete /);
  });

  it('is no more than the hierarchy where a window is missing for ten seconds', async () => {
    phone.ui.rootInActiveWindow = () => null;
    const startMs = phone.clock.now();
    const { status, value } = await phone.get('/source');
    assert.equal(status, 500);
    assert.match((value as { message: string }).message, /^Timed out after 10000ms waiting for/);
    assert.equal(phone.clock.now() - startMs, 10_000);
  });

  it('marks lists, their rows and links', async () => {
    const row: ViewSpec = {
      row: 0,
      text: 'a',
      className: 'android.widget.TextView',
      hasLink: true,
    };
    phone.ui.show({ rows: 1, children: [row] });
    const source = await phone.source();
    assert.match(source, / window-id="\d+" is-collection="true">/);
    assert.match(
      source,
      / text-has-clickable-span="true" window-id="\d+" is-collection-item="true" \/>/,
    );
  });

  it('has actions with includeA11yActionsInPageSource', async () => {
    phone.ui.show({ actions: ['ACTION_FOCUS', 'ACTION_CLICK'] });
    assert.doesNotMatch(await phone.source(), / actions=/);
    await phone.set({ includeA11yActionsInPageSource: true });
    assert.match(await phone.source(), / actions="ACTION_FOCUS,ACTION_CLICK" window-id=/);
  });

  it('has the size of texts with includeExtraRenderingInfo', async () => {
    phone.ui.show({ text: 'big', textSizePx: 37 });
    assert.doesNotMatch(await phone.source(), / text-size=/);
    await phone.set({ includeExtraRenderingInfo: true });
    assert.match(await phone.source(), / text-size="18\.5" text-unit="sp"/);
  });

  it('leaves out what the version of Android does not know', async () => {
    await phone.stop();
    phone = new FakePhone({ sdk: 27 });
    phone.ui.show({ text: 'old' });
    await phone.startSession();
    await phone.set({ includeExtraRenderingInfo: true });
    assert.doesNotMatch(
      await phone.source(),
      / (heading|screen-reader-focusable|text-entry-key|text-size)=/,
    );
  });
});

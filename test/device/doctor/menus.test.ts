import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import { developerOptionsAppear, menuPath, type MenuPage } from '../../../device/doctor/menus.ts';
import { systemOf } from '../../../device/system.ts';

const system = (values: Record<string, string>) => systemOf(new Map(Object.entries(values)));
const MIUI_10 = system({ 'ro.miui.ui.version.name': 'V10' });
const MIUI_12 = system({ 'ro.miui.ui.version.name': 'V12' });
const MIUI_13 = system({ 'ro.miui.ui.version.name': 'V130' });
const MIUI_14 = system({ 'ro.miui.ui.version.name': 'V140' });
const HYPEROS = system({ 'ro.miui.ui.version.name': 'V816', 'ro.mi.os.version.name': 'OS2.0' });
const ANDROID = system({ 'ro.build.version.release': '15' });

test('a person is sent where the page is in their version', () => {
  assert.match(menuPath('autostart', MIUI_10), /^Security → Permissions → Autostart$/);
  assert.match(menuPath('autostart', MIUI_13), /^Settings → Apps → Permissions → Autostart$/);
  assert.match(menuPath('autostart', MIUI_14), /→ Background autostart$/);
  assert.equal(menuPath('autostart', HYPEROS), menuPath('autostart', MIUI_14));
});

test('an Android of nobody in particular has its own menus', () => {
  assert.equal(menuPath('language', ANDROID), 'Settings → System → Languages');
});

test('what is tapped for the developer options differs', () => {
  assert.match(developerOptionsAppear(MIUI_13), /"MIUI version"/);
  assert.match(developerOptionsAppear(HYPEROS), /"OS version"/);
  assert.match(developerOptionsAppear(ANDROID), /"Build number"/);
});

const PAGES: Readonly<Record<MenuPage, true>> = {
  'developer-options': true,
  autostart: true,
  'app-battery': true,
  'battery-saver': true,
  language: true,
  'date-and-time': true,
  'lock-screen': true,
  'network-sms': true,
  account: true,
  'sim-cards': true,
};

test('the guide to real phones sends a person to the same pages', () => {
  const guide = readFileSync(join(PROJECT_ROOT, 'docs/real-phones.md'), 'utf8');
  const paths = (Object.keys(PAGES) as MenuPage[]).flatMap((page) =>
    [MIUI_10, MIUI_12, MIUI_13, MIUI_14, HYPEROS].map((version) => menuPath(page, version)),
  );
  assert.deepEqual(
    paths.filter((path) => !guide.includes(path)),
    [],
  );
});

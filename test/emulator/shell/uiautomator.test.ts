import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Document, parseXmlDocument } from 'slimdom';
import { ShellPhone } from './phone.ts';

describe('shell: uiautomator', () => {
  let phone: ShellPhone;
  let dump: Document;
  let said: string;
  before(async () => {
    phone = new ShellPhone();
    await phone.run('am start -n com.android.settings/.MiuiSettings');
    const running = phone.start('uiautomator dump /sdcard/u.xml');
    running.stdin.end();
    said = (await phone.timePasses(running.done)).stdout;
    dump = parseXmlDocument(await phone.system.files.readFile('/sdcard/u.xml'));
  });
  after(() => phone.stop());

  test('it says where it dumped to, misspelt as on a phone', () => {
    assert.equal(said, 'UI hierchary dumped to: /sdcard/u.xml\n');
  });

  test('the hierarchy starts at the window’s root', () => {
    const root = dump.documentElement;
    assert.deepEqual(
      [
        root?.nodeName,
        root?.getAttribute('rotation'),
        root?.firstElementChild?.getAttribute('bounds'),
      ],
      ['hierarchy', '0', '[0,0][720,1600]'],
    );
  });

  test('every node tells what uiautomator tells', () => {
    const nodes = dump.getElementsByTagName('node');
    assert.ok(nodes.length > 10);
    for (const node of nodes) {
      assert.deepEqual(
        node.attributes.map(({ name }) => name),
        [
          'index',
          'text',
          'resource-id',
          'class',
          'package',
          'content-desc',
          'checkable',
          'checked',
          'clickable',
          'enabled',
          'focusable',
          'focused',
          'scrollable',
          'long-clickable',
          'password',
          'selected',
          'bounds',
        ],
      );
    }
  });
});

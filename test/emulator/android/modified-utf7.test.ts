import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { decodeModifiedUtf7 } from '../../../emulator/android/modified-utf7.ts';
import { DRIVER_MODULES } from '../shell/phone.ts';

test('it decodes whatever Appium’s helper encodes', async () => {
  const file = path.join(DRIVER_MODULES, 'io.appium.settings/build/lib/commands/utf7.js');
  const { imap } = (await import(pathToFileURL(file).href)) as {
    imap: { encode(text: string): string };
  };
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.equal(decodeModifiedUtf7(imap.encode(text)), text);
    }),
  );
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { PROJECT_ROOT } from '../../config/paths.ts';
import { hasTag, tagsIn, TEST_TAGS, withoutTags } from '../../config/test-tags.ts';
import { suiteTitlesIn, titlesIn } from '../../launcher/live/spec-titles.ts';
import { filesBelow } from '../../scripts/runners.mjs';

const KNOWN: readonly string[] = TEST_TAGS;
/** By its title, as histories in the report have it. */
const specOfTest = new Map<string, string>();
const TEST_DECLARED = /^\s*(?:it|specify)\b/gm;

for (const path of filesBelow(join(PROJECT_ROOT, 'specs'), '.spec.ts')) {
  const source = readFileSync(path, 'utf8');
  const titles = titlesIn(source);

  describe(relative(PROJECT_ROOT, path), () => {
    test('holds one test, whose title can be read without running it', () => {
      assert.equal(source.match(TEST_DECLARED)?.length, 1);
      assert.equal(titles.length, 1);
    });

    test('has a title of its own, by which its history goes', () => {
      const title = [...suiteTitlesIn(source), ...titles.map(withoutTags)].join(' ');
      assert.equal(specOfTest.get(title), undefined);
      specOfTest.set(title, path);
    });

    test('has known tags only', () => {
      assert.deepEqual(
        titles.flatMap(tagsIn).filter((tag) => !KNOWN.includes(tag)),
        [],
      );
    });

    test('is tagged @regression', () => {
      assert.ok(titles.every((title) => hasTag(title, 'regression')));
    });

    test('is tagged @emulated if it starts a phone of its own, and then not @live', () => {
      const startsPhone = /\bemulatedPhone\(/.test(source);
      for (const title of titles) {
        assert.ok(!startsPhone || hasTag(title, 'emulated'));
        assert.ok(!(hasTag(title, 'emulated') && hasTag(title, 'live')));
      }
    });
  });
}

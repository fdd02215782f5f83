import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { alternativesIn } from '../../../launcher/check-locators/locators/alternatives.ts';
import { parseLocator } from '../../../launcher/check-locators/locators/ui-selector.ts';
import { SourceScreen } from '../../../launcher/check-locators/screens/source-screen.ts';
import {
  android,
  anyOf,
  byId,
  byText,
  containing,
  inside,
  scrolledDownTo,
  scrolledTo,
} from '../../../pageobjects/locators.ts';

const SOURCE = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<hierarchy rotation="0">
  <node class="android.widget.ListView" resource-id="a.b:id/list" package="a.b" scrollable="true" bounds="[0,0][10,90]">
    <node class="android.widget.LinearLayout" package="a.b" bounds="[0,0][10,10]">
      <node class="android.widget.TextView" resource-id="android:id/title" text="Account &amp; sync" package="a.b" bounds="[0,0][5,10]" />
      <node class="android.widget.TextView" resource-id="android:id/summary" text="One&#10;two" package="a.b" bounds="[5,0][10,10]" />
    </node>
    <node class="android.widget.LinearLayout" package="a.b" bounds="[0,10][10,20]">
      <node class="android.widget.TextView" resource-id="android:id/title" text="Battery" package="a.b" bounds="[0,10][5,20]" />
    </node>
  </node>
</hierarchy>`;
const texts = (locator: string) =>
  new SourceScreen(SOURCE).find(locator).map(({ attributes }) => attributes['text'] ?? '');

describe('a recorded screen', () => {
  const cases: [what: string, locator: string, texts: string[]][] = [
    ['by its id', byId('android:id/summary'), ['One\ntwo']],
    [
      'by one of several ids',
      byId('android:id/nothing', 'android:id/title'),
      ['Account & sync', 'Battery'],
    ],
    ['by its text', byText(['Battery', 'Akku']), ['Battery']],
    ['not by a part of its text', byText(['Batter']), []],
    ['not in another app', byText(['Battery'], 'c.d'), []],
    ['by words in it', containing(['two'], 'a.b'), ['One\ntwo']],
    ['inside another one', inside(byId('a.b:id/list'), byText(['Battery'])), ['Battery']],
    [
      'beside another one',
      `${byText(['Account & sync'])}.fromParent(${byId('android:id/summary')})`,
      ['One\ntwo'],
    ],
    [
      'not beside one elsewhere',
      `${byText(['Battery'])}.fromParent(${byId('android:id/summary')})`,
      [],
    ],
    ['by its place among its like', `${byId('android:id/title')}.instance(1)`, ['Battery']],
    [
      'in a list',
      android(scrolledTo('new UiSelector().scrollable(true)', byText(['Battery']))),
      ['Battery'],
    ],
    [
      'not in a list that is not there',
      scrolledDownTo(byId('a.b:id/other'), byText(['Battery'])),
      [],
    ],
  ];
  for (const [what, locator, found] of cases) {
    it(`has an element ${what}`, () => assert.deepEqual(texts(locator), found));
  }

  it('has the same elements as Appium writes them', () => {
    const appium = SOURCE.replaceAll(/<node class="([^"]+)"/g, '<$1 class="$1"').replaceAll(
      /<\/node>/g,
      (_, offset: number) =>
        SOURCE.slice(offset).trimStart().startsWith('</node>\n</hierarchy>')
          ? '</android.widget.ListView>'
          : '</android.widget.LinearLayout>',
    );
    const found = new SourceScreen(appium).find(
      'new UiSelector().className("android.widget.TextView")',
    );
    assert.equal(found.length, 3);
  });

  it('is empty when the file is something else', () => {
    assert.ok(new SourceScreen('<html><body/></html>').isEmpty);
  });
});

describe('a locator', () => {
  it('says the texts that it was made of', () => {
    const text = fc
      .string({ unit: 'binary' })
      .filter((each) => !/[\r\n]/.test(each) && each !== '');
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1 }), (alternatives) => {
        const { element } = parseLocator(byText(alternatives));
        const [condition] = element.conditions;
        assert.equal(condition?.name, 'textMatches');
        assert.deepEqual(alternativesIn(String(condition.value)), alternatives);
      }),
    );
  });

  it('says its placeholders', () => {
    assert.deepEqual(alternativesIn(anyOf(['Wait %d hours', 'to %1$s'])), [
      'Wait %d hours',
      'to %s',
    ]);
  });

  it('that was written by hand says none', () => {
    assert.equal(alternativesIn('.*:id/action_bar_title(?:_expand)?'), undefined);
  });

  it('that is none names the place', () => {
    assert.throws(() => parseLocator('new UiSelector().text("a"'), /\) was expected at 25/);
  });
});

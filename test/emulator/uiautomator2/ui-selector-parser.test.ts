import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ServerError, UiSelectorSyntaxError } from '../../../emulator/uiautomator2/errors.ts';
import { parseStatements } from '../../../emulator/uiautomator2/ui-selector/grammar.ts';
import { parseUiSelector } from '../../../emulator/uiautomator2/ui-selector/parser.ts';

const print = (expression: string) => parseUiSelector(expression).toString();

describe('UiSelector expressions', () => {
  const CASES: readonly (readonly [string, string])[] = [
    ['new UiSelector()', ''],
    ['new UiSelector().text("OK")', 'TEXT=OK'],
    ['UiSelector().text("OK")', 'TEXT=OK'],
    ['.text("OK")', 'TEXT=OK'],
    ['text("OK")', 'TEXT=OK'],
    ['  new UiSelector() . text( "OK" ) ', 'TEXT=OK'],
    ['text("say \\"hi\\" (now), please; ok")', 'TEXT=say "hi" (now), please; ok'],
    ['text("\\d\\n")', 'TEXT=\\d\\n'],
    ['text("")', 'TEXT='],
    ['textContains("a")', 'CONTAINS_TEXT=a'],
    ['textStartsWith("a")', 'START_TEXT=a'],
    ['textMatches("\\d+")', 'TEXT_REGEX=\\d+'],
    ['description("a")', 'DESCRIPTION=a'],
    ['descriptionContains("a")', 'CONTAINS_DESCRIPTION=a'],
    ['descriptionStartsWith("a")', 'START_DESCRIPTION=a'],
    ['descriptionMatches("a.*")', 'DESCRIPTION_REGEX=a.*'],
    ['className("a.B")', 'CLASS=a.B'],
    ['classNameMatches(".*B")', 'CLASS_REGEX=.*B'],
    ['packageName("a")', 'PACKAGE_NAME=a'],
    ['packageNameMatches("a.*")', 'PACKAGE_NAME_REGEX=a.*'],
    ['resourceId("a:id/b")', 'RESOURCE_ID=a:id/b'],
    ['resourceIdMatches(".*:id/b")', 'RESOURCE_ID_REGEX=.*:id/b'],
    ['index(2).instance(-1)', 'INDEX=2, INSTANCE=-1'],
    ['checkable(true).checked(false)', 'CHECKED=false, CHECKABLE=true'],
    [
      'clickable(true).enabled(true).focusable(true).focused(true)',
      'ENABLED=true, FOCUSED=true, FOCUSABLE=true, CLICKABLE=true',
    ],
    [
      'longClickable(true).scrollable(true).selected(true)',
      'SCROLLABLE=true, SELECTED=true, LONG_CLICKABLE=true',
    ],
    ['text("a").childSelector(new UiSelector().text("b"))', 'TEXT=a, CHILD=UiSelector[TEXT=b]'],
    ['text("a").childSelector(text("b")).text("c")', 'TEXT=c, CHILD=UiSelector[TEXT=b]'],
    [
      'text("a").childSelector(text("b")).childSelector(text("c"))',
      'TEXT=a, CHILD=UiSelector[TEXT=b, CHILD=UiSelector[TEXT=c]]',
    ],
    [
      'text("a").fromParent(text("b")).childSelector(text("c"))',
      'TEXT=a, PARENT=UiSelector[TEXT=b, CHILD=UiSelector[TEXT=c]]',
    ],
  ];
  for (const [expression, expected] of CASES) {
    it(`reads ${expression}`, () => {
      assert.equal(print(expression), `UiSelector[${expected}]`);
    });
  }

  const MALFORMED: readonly (readonly [string, string, string])[] = [
    ['foo("a")', 'new UiSelector().foo("a")', 'UiSelector has no `foo` method'],
    ['text("a"', 'new UiSelector().text("a"', 'Unclosed paren in expression'],
    ['text("a)', 'new UiSelector().text("a)', 'Unclosed paren in expression'],
    ['new UiSelector()text("a")', 'new UiSelector()text("a")', 'Expected "." at position 16'],
    [
      'new UiSelector().',
      'new UiSelector().',
      'No opening parenthesis after method name at position 17',
    ],
    ['new UiSelector().("a")', 'new UiSelector().("a")', 'Missing method name at position 17'],
    ['new UiSelector(1)', 'new UiSelector(1)', 'Invalid arguments count. Actual: 1. Expected: 0.'],
    [
      'text(a)',
      'new UiSelector().text(a)',
      "`UiSelector` doesn't have suitable method `text` with arguments [a]: Could not parse " +
        'selector expression `new UiSelector().text(a)`: a is not a string',
    ],
    [
      'enabled(yes)',
      'new UiSelector().enabled(yes)',
      "`UiSelector` doesn't have suitable method `enabled` with arguments [yes]: Could not parse " +
        'selector expression `new UiSelector().enabled(yes)`: yes is not a boolean',
    ],
    [
      'index(x)',
      'new UiSelector().index(x)',
      "`UiSelector` doesn't have suitable method `index` with arguments [x]: Could not parse " +
        'selector expression `new UiSelector().index(x)`: x is not a integer',
    ],
    [
      'new UiScrollable()',
      'new UiSelector().new UiScrollable()',
      'UiSelector has no `new UiScrollable` method',
    ],
  ];
  for (const [expression, completed, problem] of MALFORMED) {
    it(`refuses ${expression}`, () => {
      assert.throws(
        () => parseUiSelector(expression),
        (error) =>
          error instanceof UiSelectorSyntaxError &&
          error.message === `Could not parse selector expression \`${completed}\`: ${problem}`,
      );
    });
  }

  it('answers a malformed regular expression as an unknown error', () => {
    assert.throws(
      () => parseUiSelector('textMatches("(")'),
      (error) =>
        error instanceof ServerError &&
        error.error === 'unknown error' &&
        error.message.startsWith('java.util.regex.PatternSyntaxException: Unclosed group'),
    );
  });

  it('keeps any text that it is given', () => {
    // The real parser takes every quote after a backslash for an escaped one.
    const text = fc.string().filter((value) => !value.includes('\\'));
    fc.assert(
      fc.property(text, (value) => {
        const expression = `new UiSelector().text("${value.replaceAll('"', '\\"')}")`;
        assert.equal(parseUiSelector(expression).get('TEXT'), value);
      }),
    );
  });

  it('either reads an expression or says what is wrong', () => {
    const part = fc.constantFrom(
      'new ',
      'UiSelector',
      '(',
      ')',
      '.',
      ',',
      '"',
      'text',
      'a',
      ' ',
      '1',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        try {
          assert.match(print(parts.join('')), /^UiSelector\[/);
        } catch (error) {
          if (!(error instanceof UiSelectorSyntaxError)) throw error;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('splits statements at semicolons outside of strings', () => {
    assert.deepEqual(parseStatements('text("a;b"); text("c\\";d");;'), [
      'text("a;b")',
      'text("c\\";d")',
    ]);
  });
});

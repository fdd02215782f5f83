import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountIds, anyOf, byId, byText } from '../../pageobjects/locators.ts';

/** Java's `String.matches`, near enough for the patterns that locators write. */
function matches(pattern: string, text: string): boolean {
  // What the UiAutomator2 server makes of a string.
  return new RegExp(`^(?:${pattern.replaceAll('\\"', '"')})$`).test(text);
}

test('one id is matched as it stands', () => {
  assert.equal(
    byId(...accountIds('verify_code')),
    'new UiSelector().resourceId("com.xiaomi.account:id/verify_code")',
  );
});

test('several ids are one regular expression that matches each of them only', () => {
  const ids = ['a.b:id/c', 'a.b:id/d'];
  const pattern = /resourceIdMatches\("(.*)"\)/.exec(byId(...ids))?.[1] ?? '';
  assert.deepEqual(
    ['a.b:id/c', 'a.b:id/d', 'axb:id/c', 'a.b:id/cc'].map((id) => matches(pattern, id)),
    [true, true, false, false],
  );
});

test('special characters of a text stand for themselves', () => {
  const text = 'What? (1+1) [x] a|b ^ $ \\ "q" {2} *.';
  assert.ok(matches(anyOf([text]), text));
  assert.ok(!matches(anyOf([text]), text.replace('.', 'x')));
});

test('%d takes a number and %s any text', () => {
  assert.ok(matches(anyOf(['Wait %d hours']), 'Wait 12 hours'));
  assert.ok(!matches(anyOf(['Wait %d hours']), 'Wait some hours'));
  assert.ok(matches(anyOf(['Code sent to %1$s']), 'Code sent to +1 201'));
});

test('a text can be bound to a package', () => {
  assert.equal(
    byText(['Agree'], 'com.miui.cloudservice'),
    'new UiSelector().packageName("com.miui.cloudservice").textMatches("Agree")',
  );
});

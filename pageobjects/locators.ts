/**
 * Locators are `-android uiautomator` selectors, so that one find takes every alternative of a
 * control (its id in each generation of the account app, its text where no id is known).
 */

/**
 * Writes a text as a Java regular expression for it, inside a UiSelector's string. The server takes
 * `\"` for a quote there, and every other backslash as it stands.
 */
function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('"', '\\"');
}

/**
 * A pattern that matches exactly one of `alternatives`. `%s` and `%d`, as Android's string
 * resources have them (`%1$s` too), stand for any text and any whole number.
 */
export function anyOf(alternatives: readonly string[]): string {
  const pattern = alternatives
    .map((alternative) =>
      alternative
        .split(/(%(?:\d\$)?[sd])/)
        .map((part) => {
          if (/^%(?:\d\$)?s$/.test(part)) return '.*';
          if (/^%(?:\d\$)?d$/.test(part)) return '[0-9]+';
          return literal(part);
        })
        .join(''),
    )
    .join('|');
  return alternatives.length === 1 ? pattern : `(?:${pattern})`;
}

/** A `new UiSelector()` that takes the first element with one of the full resource ids. */
export function byId(...ids: readonly string[]): string {
  return ids.length === 1
    ? `new UiSelector().resourceId("${String(ids[0])}")`
    : `new UiSelector().resourceIdMatches("${anyOf(ids)}")`;
}

/** A `new UiSelector()` that takes the first element with one of the texts, in a package if given. */
export function byText(texts: readonly string[], packageName?: string): string {
  const inPackage = packageName ? `.packageName("${packageName}")` : '';
  return `new UiSelector()${inPackage}.textMatches("${anyOf(texts)}")`;
}

/** A `new UiSelector()` that takes the first element whose text has one of `words` in it. */
export function containing(words: readonly string[], packageName: string): string {
  return `new UiSelector().packageName("${packageName}").textMatches("[\\s\\S]*${anyOf(words)}[\\s\\S]*")`;
}

export const ACCOUNT_PACKAGE = 'com.xiaomi.account';

/** The full resource ids of names of the account app. */
export function accountIds(...names: readonly string[]): string[] {
  return names.map((name) => `${ACCOUNT_PACKAGE}:id/${name}`);
}

/** The first element inside another one; the account app calls every text field `input`. */
export function inside(outer: string, inner: string): string {
  return `${outer}.childSelector(${inner})`;
}

/**
 * The button that leads on from a page of the account app. The classic app has the same on the pages
 * of the number and of the code; where the current app submits by itself there is none.
 */
export const NEXT_IDS = accountIds(
  'get_login_type',
  'ph_sign_in_btn',
  'btn_login_or_register_next',
  'btn_register_next',
  'btn_login_or_register',
);

/** Marks a UiSelector for WebdriverIO's `$`. */
export function android(selector: string): string {
  return `android=${selector}`;
}

/**
 * Scrolls a list until an element is in view, and finds it there. Nothing may stand between the two
 * calls: the server would then find the list itself.
 */
export function scrolledTo(list: string, element: string): string {
  return `new UiScrollable(${list}).scrollIntoView(${element})`;
}

/** Of a finger's way over the list: few enough that the list glides on, to rows further down. */
const SWIPE_STEPS = 20;

/**
 * The same for a list that stands at its top, and an element that is below what shows. The search by
 * itself begins with a swipe back to the top, slowly; after this swipe there is none, unless the
 * element has been passed.
 */
export function scrolledDownTo(list: string, element: string): string {
  return `new UiScrollable(${list}).scrollForward(${String(SWIPE_STEPS)}).scrollIntoView(${element})`;
}

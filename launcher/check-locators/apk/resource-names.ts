/** In place of every name that `aapt2 optimize --collapse-resource-names` took away (AOSP aapt2, Optimize.cpp). */
const COLLAPSED = '0_resource_name_obfuscated';
/** Tools that shorten names count up: a, b, … aa, ab. */
const SHORTENED = /^[a-z0-9]{1,2}$/i;
const SHORTENED_SHARE = 0.5;
/** Of a few short names nothing can be told. */
const MIN_NAMES = 10;

/** Whether the build took names of resources away, so that a name that is not there may have been. */
export function namesAreGone(names: ReadonlySet<string>): boolean {
  if (names.has(COLLAPSED)) return true;
  if (names.size < MIN_NAMES) return false;
  const short = [...names].filter((name) => SHORTENED.test(name)).length;
  return short > names.size * SHORTENED_SHARE;
}

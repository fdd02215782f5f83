/**
 * Puts a label in the place of everything that is found in a text, from left to right.
 * @param endAt where what begins at a place ends; `undefined`: nothing begins there.
 */
export function replaceFound(
  text: string,
  label: string,
  endAt: (at: number) => number | undefined,
): string {
  let replaced = '';
  let doneTo = 0;
  for (let at = 0; at < text.length; at += 1) {
    const end = endAt(at);
    if (end === undefined) continue;
    replaced += text.slice(doneTo, at) + label;
    doneTo = end;
    at = end - 1;
  }
  return doneTo === 0 ? text : replaced + text.slice(doneTo);
}

/** A stable identity for dumps, as the hexadecimal hash codes that Android prints. */
export function hexId(name: string): string {
  // FNV-1a, 32 bit, cut to the seven digits that most of Android's have.
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 4).toString(16).padStart(7, '0');
}

/** @param random uniform in [0, 1) */
export function randomDigits(length: number, random: () => number): string {
  return randomText(length, '0123456789', random);
}

/** Text of that many characters, each drawn from `alphabet`. */
export function randomText(length: number, alphabet: string, random: () => number): string {
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
}

/** A number as account pages show it to passers-by: `+12015550123` → `+12*******23`. */
export function maskedPhone(phone: string): string {
  const hidden = Math.max(0, phone.length - 5);
  return `${phone.slice(0, 3)}${'*'.repeat(hidden)}${phone.slice(3 + hidden)}`;
}

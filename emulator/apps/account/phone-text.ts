/** A number as account pages show it to passers-by: `+12015550123` → `+12*******23`. */
export function maskedPhone(phone: string): string {
  const hidden = Math.max(0, phone.length - 5);
  return `${phone.slice(0, 3)}${'*'.repeat(hidden)}${phone.slice(3 + hidden)}`;
}

/** A number without country code as operators show it: `13800138000` → `138****8000`. */
export function maskedNationalNumber(number: string): string {
  return `${number.slice(0, 3)}****${number.slice(-4)}`;
}

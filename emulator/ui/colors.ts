/** Whether a colour given as `rgba(…)` lets everything through. */
export function isTransparent(color: string): boolean {
  return /^rgba\(.*,\s*0\)$/.test(color);
}

/** Whether light text stands out better on a colour given as `#rrggbb`. */
export function isDark(color: string): boolean {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!hex) return false;
  const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

let aheadMs = 0;

/**
 * Takes the server's time for the page's, from now on.
 *
 * @param {number} nowMs since 1970
 */
export function setServerTime(nowMs) {
  aheadMs = nowMs - Date.now();
}

/** @returns {number} milliseconds since 1970, by the server's clock */
export function serverNow() {
  return Date.now() + aheadMs;
}

/**
 * `83_000` → `01:23`; hours only when there are any: `1:02:03`.
 *
 * @param {number} ms
 * @returns {string}
 */
export function formatClock(ms) {
  const total = Math.max(0, Math.floor(ms / 1000));
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const rest = `${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/**
 * `1234` → `1.2 s`, `83_000` → `1 min 23 s`.
 *
 * @param {number} ms
 * @returns {string}
 */
export function formatDuration(ms) {
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

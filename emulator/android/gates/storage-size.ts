const FORM = /^(\d{1,6})(KB|MB|GB)$/;
const KIBIBYTES = { KB: 1, MB: 1024, GB: 1024 ** 2 } as const;

/**
 * Reads a size as the gate `free-storage` takes it: up to six digits and `KB`, `MB` or `GB`.
 * @returns in KiB; `undefined` for anything else
 */
export function parseStorageSizeKib(text: string): number | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, amount = '0', unit = 'KB'] = match;
  return Number(amount) * KIBIBYTES[unit as keyof typeof KIBIBYTES];
}

/** Where ResTable_config (ResourceTypes.h) has what a language is made of, from its start. */
const FIELDS = { language: 8, country: 10, script: 36 } as const;
const SCRIPT_BYTES = 4;

/**
 * The language that resources are for, as BCP 47 writes it: `zh-Hans-CN`, `ru`; empty for those that every
 * language without its own falls back on.
 * @param start of the ResTable_config, whose first field is its size: older tools wrote shorter ones.
 */
export function localeAt(bytes: Buffer, start: number): string {
  const size = bytes.readUInt32LE(start);
  if (size < FIELDS.country + 2) return '';
  const language = packed(bytes, start + FIELDS.language, 'a');
  if (language === '') return '';
  const script =
    size < FIELDS.script + SCRIPT_BYTES
      ? ''
      : bytes
          .toString('latin1', start + FIELDS.script, start + FIELDS.script + SCRIPT_BYTES)
          .replaceAll('\0', '');
  const country = packed(bytes, start + FIELDS.country, '0');
  return [language, script, country].filter((part) => part !== '').join('-');
}

/** Two letters as they stand, or three of five bits each (ResTable_config::unpackLanguage). */
function packed(bytes: Buffer, at: number, base: string): string {
  const first = bytes.readUInt8(at);
  const second = bytes.readUInt8(at + 1);
  if (first === 0) return '';
  if ((first & 0x80) === 0) return String.fromCharCode(first, second);
  const zero = base.charCodeAt(0);
  return String.fromCharCode(
    zero + (second & 0x1f),
    zero + ((second & 0xe0) >> 5) + ((first & 0x03) << 3),
    zero + ((first & 0x7c) >> 2),
  );
}

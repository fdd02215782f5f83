/**
 * Decodes IMAP's modified UTF-7 (RFC 3501, section 5.1.3), in which Appium sends text to its
 * Unicode keyboard: `&` and `-` enclose UTF-16BE in base64 with `,` for `/`, `&-` is an ampersand.
 */
export function decodeModifiedUtf7(text: string): string {
  return text.replace(/&([^-]*)-/g, (_, encoded: string) => {
    if (encoded === '') return '&';
    const bytes = Buffer.from(encoded.replaceAll(',', '/'), 'base64');
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  });
}

import { bytesOutput, type ExecResult, unsafeBytesFromLatin1 } from 'just-bash';

/** Where a byte beyond ASCII is kept, among characters that nobody prints. */
const BYTES_FROM = 0xf700;

/**
 * Runs just-bash's `printf` so that `\xff` and `\377` are the bytes they say, and not characters of
 * that number.
 */
export async function printBytes(
  args: readonly string[],
  printf: (args: string[]) => Promise<ExecResult>,
): Promise<ExecResult> {
  const kept = args.map(keepBytes);
  const result = await printf(kept);
  if (kept.every((arg, at) => arg === args[at])) return result;
  const text = Buffer.from(result.stdout).toString('latin1');
  // The three bytes that UTF-8 has for a kept one.
  const bytes = text.replace(/\xef([\x9e\x9f])([\x80-\xbf])/g, (_, high: string, low: string) =>
    String.fromCharCode(0x80 + (high.charCodeAt(0) - 0x9e) * 0x40 + (low.charCodeAt(0) - 0x80)),
  );
  return { ...result, ...bytesOutput(unsafeBytesFromLatin1(bytes)) };
}

function keepBytes(arg: string): string {
  return arg.replace(
    /\\(?:x([0-9a-fA-F]{2})|0?([0-3][0-7]{2})|\\)/g,
    (text: string, hex: string | undefined, octal: string | undefined) => {
      const byte = hex !== undefined ? parseInt(hex, 16) : parseInt(octal ?? '0', 8);
      return byte < 0x80 ? text : String.fromCharCode(BYTES_FROM + byte);
    },
  );
}

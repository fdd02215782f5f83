/** Collecting evidence took longer than it may. */
class EvidenceTimeoutError extends Error {
  override readonly name = 'EvidenceTimeoutError';
}

/**
 * Evidence is worth a few seconds, not the time of a hanging phone.
 * @throws {EvidenceTimeoutError} after `limitMs`; the work itself cannot be cut off and goes on.
 */
export async function limited<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new EvidenceTimeoutError(`no answer within ${limitMs / 1000} s`)),
      limitMs,
    );
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

const HEAD_END = '\r\n\r\n';
/** Neither a part's head nor a picture of a phone's screen is nearly as long. */
const LONGEST_HEAD_BYTES = 4096;
const LONGEST_PICTURE_BYTES = 16 * 1024 * 1024;

/** What a stream sent is no series of pictures with their lengths. */
export class MjpegFormatError extends Error {
  override readonly name = 'MjpegFormatError';
}

/**
 * Takes pictures out of a `multipart/x-mixed-replace` body as UiAutomator2's server sends it: each
 * part has a `Content-Length`, so that a picture is known to be whole with its last byte.
 * @see https://github.com/appium/appium-uiautomator2-server, server/mjpeg/
 */
export class MjpegParser {
  #rest: Buffer = Buffer.alloc(0);
  #pictureBytes: number | undefined;

  /**
   * @returns the pictures that this piece completes.
   * @throws {MjpegFormatError}
   */
  push(piece: Buffer): Buffer[] {
    this.#rest = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    const pictures: Buffer[] = [];
    for (;;) {
      this.#pictureBytes ??= this.#takeHead();
      if (this.#pictureBytes === undefined || this.#rest.length < this.#pictureBytes) {
        return pictures;
      }
      // A copy, so that a picture that is kept does not keep what came with it.
      pictures.push(Buffer.from(this.#rest.subarray(0, this.#pictureBytes)));
      this.#rest = this.#rest.subarray(this.#pictureBytes);
      this.#pictureBytes = undefined;
    }
  }

  /** @returns the length that the part's head tells, once all of the head is there. */
  #takeHead(): number | undefined {
    // The empty line after a picture is not the one that ends the next head.
    const start = this.#rest.indexOf('--');
    const end = start < 0 ? -1 : this.#rest.indexOf(HEAD_END, start);
    if (end < 0) {
      if (this.#rest.length > LONGEST_HEAD_BYTES) throw new MjpegFormatError('no end of the head');
      return undefined;
    }
    const head = this.#rest.toString('latin1', start, end);
    const length = Number(/^content-length:\s*(\d+)\s*$/im.exec(head)?.[1] ?? Number.NaN);
    if (!(length <= LONGEST_PICTURE_BYTES)) {
      throw new MjpegFormatError(`no length of a picture: ${head.slice(0, 200)}`);
    }
    this.#rest = this.#rest.subarray(end + HEAD_END.length);
    return length;
  }
}

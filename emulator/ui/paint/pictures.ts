import { Image } from '@napi-rs/canvas';

interface Decoded {
  /** In the picture's own size. */
  readonly original: Image;
  /** In the size it was last drawn in. */
  drawn: Image;
}

/** Decoded pictures, kept as long as the bytes they were decoded from. */
export class PictureCache {
  readonly #decoded = new WeakMap<Buffer, Decoded>();

  /**
   * The picture's own size.
   * @throws if the bytes are no picture.
   */
  sizeOf(bytes: Buffer): { readonly width: number; readonly height: number } {
    return this.#decode(bytes).original;
  }

  /** The picture for drawing it in so many pixels; an SVG is sharp in any size. */
  get(bytes: Buffer, width: number, height: number): Image {
    const decoded = this.#decode(bytes);
    const { drawn } = decoded;
    if (!isSvg(bytes) || (drawn.width === width && drawn.height === height)) return drawn;
    const image = new Image();
    image.src = bytes;
    // An SVG is rasterised in the size that is set.
    image.width = width;
    image.height = height;
    decoded.drawn = image;
    return image;
  }

  #decode(bytes: Buffer): Decoded {
    const known = this.#decoded.get(bytes);
    if (known) return known;
    const image = new Image();
    image.src = bytes;
    if (!image.complete || image.width === 0) throw new Error('the bytes are not a picture');
    const decoded = { original: image, drawn: image };
    this.#decoded.set(bytes, decoded);
    return decoded;
  }
}

function isSvg(bytes: Buffer): boolean {
  return bytes.subarray(0, 5).toString('latin1') === '<svg ';
}

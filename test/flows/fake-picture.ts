import { createCanvas } from '@napi-rs/canvas';

const pictures = new Map<string, Buffer>();

/** A picture, as PNG, that stands for a text: the same each time, and another one for another text. */
export function pictureOf(text: string): Buffer {
  const known = pictures.get(text);
  if (known) return known;
  const canvas = createCanvas(16, 8);
  const context = canvas.getContext('2d');
  context.fillStyle = `rgb(255, 255, ${pictures.size})`;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const picture = canvas.toBuffer('image/png');
  pictures.set(text, picture);
  return picture;
}

/** The text that a picture stands for; `undefined` if it is none of `pictureOf`. */
export function textIn(picture: Buffer): string | undefined {
  return [...pictures].find(([, known]) => known.equals(picture))?.[0];
}

import { createCanvas, loadImage, type ImageData } from '@napi-rs/canvas';

/** What an encoded picture shows. */
export async function pixelsOf(picture: Buffer): Promise<ImageData> {
  const image = await loadImage(picture);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

/** Red, green and blue of one pixel of an encoded picture. */
export async function pixel(picture: Buffer, x: number, y: number): Promise<number[]> {
  const { data, width } = await pixelsOf(picture);
  const index = (y * width + x) * 4;
  return [...data.slice(index, index + 3)];
}

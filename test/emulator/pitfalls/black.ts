import sharp from 'sharp';

/** Whether an app's page on a picture of the screen is black all over. */
export async function isBlack(png: Buffer): Promise<boolean> {
  // Between the status bar with its notifications and the keyboard, which are not the app's.
  const { height, width } = await sharp(png).metadata();
  const top = Math.round(height * 0.3);
  const area = { left: 0, top, width, height: Math.round(height * 0.2) };
  const { channels } = await sharp(await sharp(png).extract(area).toBuffer()).stats();
  return channels.slice(0, 3).every(({ max }) => max === 0);
}

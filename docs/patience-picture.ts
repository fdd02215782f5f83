import { join } from 'node:path';
import sharp from 'sharp';
import { withTenRuns } from './runs/ten-runs.ts';

/**
 * Keeps the patience chart of a run on a slow day of the servers, after nine usual ones, all of them on
 * emulated phones.
 * @param path of the PNG to write.
 */
export function takePatiencePicture(path: string): Promise<void> {
  return withTenRuns(async (reportsDir) => {
    const svg = sharp(join(reportsDir, 'patience.svg'));
    await svg.png({ palette: true, quality: 90 }).toFile(path);
  });
}

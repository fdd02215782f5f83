import sharp from 'sharp';
import { drawPatience } from '../launcher/patience/chart.ts';
import { timesOfRun } from '../launcher/patience/data.ts';
import { pastRunOf } from '../launcher/patience/history.ts';
import { signUpRun } from '../test/launcher/patience/examples.ts';

const TARGET = 'emulated';
/** The runs of ten days: how many times as slow as usual the servers were. */
const SLOWNESS = [1, 1.1, 0.9, 1.3, 1, 0.95, 1.2, 1.05, 0.9, 18];
const FIRST_DAY = 17;
const PHONES = [
  { serial: 'a', model: 'Redmi Note 13 Pro 5G (2312DRA50G)' },
  { serial: 'b', model: 'Xiaomi 13 (2211133C)' },
  { serial: 'c', model: 'Redmi 7A (M1903C3EG)' },
];

/**
 * Draws the patience chart of a run on a slow day of the servers, after nine runs. Their times are made
 * up; what they become is drawn as in every run.
 * @param path of the PNG to write.
 */
export async function drawPatiencePicture(path: string): Promise<void> {
  const runs = SLOWNESS.map((slowness, index) =>
    timesOfRun(signUpRun(FIRST_DAY + index, slowness, PHONES)),
  );
  const history = runs.map((run) => pastRunOf(run, TARGET));
  const [run] = runs.slice(-1);
  if (run === undefined) throw new Error('no run to draw');
  const svg = await drawPatience({ run, history, target: TARGET });
  await sharp(Buffer.from(svg)).png({ palette: true, quality: 90 }).toFile(path);
}

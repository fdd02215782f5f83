import { tryPictures } from '../flows/picture-code/tries.ts';
import { TextEngine } from '../vision/engine.ts';
import { PictureCodeReader } from '../vision/picture-code.ts';
import { sureAnswers } from '../vision/sure-answers.ts';
import { summary, timed, type Measurement } from './measure.ts';
import { ServicePictures } from './service-pictures.ts';

const CODES = 50;
const AT_MOST = 3;
/** Two readings of a busy machine. */
const SOLVED_MS = 150;

/**
 * Picture codes of the service's plain difficulty, one after the other, answered as the flow answers
 * them, without a phone in between.
 */
export async function pictureBenchmarks(): Promise<Measurement[]> {
  const engine = new TextEngine();
  const reader = sureAnswers(new PictureCodeReader('test', engine));
  const solved = Array.from({ length: AT_MOST }, () => 0);
  const needed: number[] = [];
  const durationsMs: number[] = [];
  try {
    // The start of tesseract goes on while a run's first screens show.
    await reader.read(await new ServicePictures('easy').picture());
    for (let code = 0; code < CODES; code += 1) {
      const form = new ServicePictures('easy');
      let taken: unknown;
      durationsMs.push(await timed(async () => (taken = await tryPictures(form, reader, AT_MOST))));
      const pictures = form.outcomes.length + 1;
      needed.push(pictures);
      if (taken) solved[pictures - 1] = (solved[pictures - 1] ?? 0) + 1;
    }
  } finally {
    await engine.close();
  }
  const counts = solved.map((count, index) => `${count} with ${index + 1}`).join(', ');
  console.log(`picture codes solved, by the pictures needed: ${counts}, of ${CODES}`);
  return [
    summary('pictures until solved', needed, { unit: 'pictures', goal: AT_MOST, of: 'max' }),
    summary('picture code solved', durationsMs, { unit: 'ms', goal: SOLVED_MS }),
  ];
}

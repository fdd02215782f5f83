import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Masker } from '../../config/masker.ts';
import type { ProgressSink } from '../../config/progress.ts';
import { limited } from '../evidence/limited.ts';
import { blurredScreenshot, sourceOfAllWindows, type ScreenDriver } from '../evidence/screen.ts';
import { secretsOf } from '../evidence/secrets.ts';

/** A page source of a phone that answers takes about a second. */
const PART_LIMIT_MS = 6000;

interface Scene {
  readonly driver: ScreenDriver;
  readonly masker: Masker;
  readonly progress: ProgressSink;
  /** What the flow saw and expected. */
  readonly recognised: string;
}

/**
 * Keeps what helps to understand a failure, without secrets: the screen, its tree, and what the flow took
 * it for. What cannot be had is left out.
 * @param folder is made.
 */
export async function keepEvidence(folder: string, scene: Scene): Promise<void> {
  const { driver, masker, progress, recognised } = scene;
  const secrets = secretsOf(masker, progress);
  mkdirSync(folder, { recursive: true });
  const keep = async (name: string, content: () => Promise<string | Buffer>) => {
    try {
      writeFileSync(join(folder, name), await limited(PART_LIMIT_MS, content()));
    } catch (error) {
      writeFileSync(join(folder, `${name}.missing.txt`), `${masker.mask(String(error))}\n`);
    }
  };
  await keep('screen.png', () => blurredScreenshot(driver, secrets));
  await keep('source.xml', async () => masker.mask(await sourceOfAllWindows(driver, secrets)));
  await keep('recognised.txt', () => Promise.resolve(masker.mask(recognised)));
}

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../config/paths.ts';

const EXECUTABLE = join(PROJECT_ROOT, 'emulator', 'bin', 'xiaomi-phone.mjs');

const Profiles = z
  .array(z.object({ id: z.string().min(1), languages: z.array(z.string()).min(1) }))
  .min(1);

/** A phone that can be emulated, as `xiaomi-phone profiles --json` tells. */
export type EmulatedProfile = z.infer<typeof Profiles>[number];

/** The phones that can be emulated. */
export async function emulatedProfiles(): Promise<EmulatedProfile[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    EXECUTABLE,
    'profiles',
    '--json',
  ]);
  return Profiles.parse(JSON.parse(stdout));
}

import type { Masker } from '../../config/masker.ts';
import type { ProgressSink } from '../../config/progress.ts';
import type { Secrets } from './sensitive.ts';

/** The run's secrets: what its masker knows, and a way to tell all who mask of another one. */
export function secretsOf(masker: Masker, progress: ProgressSink): Secrets {
  return {
    isSecret: (text) => masker.mask(text) !== text,
    learn: (secret) => progress.emit({ type: 'secret', ...secret }),
  };
}

import { join } from 'node:path';
import { PROJECT_ROOT } from '../../config/paths.ts';

/**
 * What `runner` is in WebdriverIO's configuration. The workers read it too, and know no other than
 * WebdriverIO's own.
 */
export function runnerName(env: NodeJS.ProcessEnv): 'local' {
  if (env['WDIO_WORKER_ID'] !== undefined) return 'local';
  // Its types do not know that it takes the path of a module, too.
  return join(PROJECT_ROOT, 'launcher', 'fleet', 'runner.ts') as 'local';
}

import { launcherOutput } from './output.ts';
import type { AssignedCapabilities } from './fleet/assignment.ts';
import { Run } from './run.ts';
import { RUN_FOLDER_VARIABLE, type RunFolder } from './run-folder.ts';

type Hooks = Pick<
  WebdriverIO.Config,
  'onPrepare' | 'onComplete' | 'beforeSession' | 'before' | 'beforeTest' | 'afterTest' | 'after'
>;

/**
 * The hooks of `wdio.conf.ts`. What they need is loaded when they run: the configuration is loaded
 * in every process, and the workers' part is of no use to the launching one.
 */
export function runHooks(folder: RunFolder): Hooks {
  let run: Run | undefined;
  const worker = () => import('./worker/hooks.ts');
  return {
    async onPrepare(config, capabilities) {
      // Workers inherit the environment of this configuration.
      config.runnerEnv = { ...config.runnerEnv, [RUN_FOLDER_VARIABLE]: folder.path };
      run = new Run(folder, launcherOutput(folder));
      await run.prepare(config, capabilities as WebdriverIO.Capabilities[]);
    },
    async onComplete(exitCode) {
      const summary = await run?.complete(exitCode);
      // WebdriverIO takes an error here for a failed run; a run without a test would pass otherwise.
      if (summary?.outcome === 'failed' && exitCode === 0) throw new Error(summary.error?.message);
    },
    async beforeSession(config, capabilities, _specs, cid) {
      const { beforeSession } = await worker();
      await beforeSession(folder, config, capabilities as AssignedCapabilities, cid);
    },
    async before() {
      (await worker()).before(folder, browser);
    },
    async beforeTest() {
      await (await worker()).beforeTest(browser);
    },
    async afterTest(_test, _context, result) {
      await (await worker()).afterTest(folder, browser, result);
    },
    async after() {
      await (await worker()).after(browser);
    },
  };
}

// What `npm start` runs: a sign-up, in a run of WebdriverIO's, and the view of it on this terminal.
import { isSet, runInChild } from './child-run.ts';
import { printLines, runCommand } from './command-line.ts';
import { openPage } from './open-page.ts';
import { HELP, parseOptions, type StartOptions } from './options.ts';
import { TerminalOutput } from './output.ts';
import type { Summary } from './summary.ts';

const SPEC = 'specs/sign-up.spec.ts';

/** Runs the sign-up and shows it. @returns the exit code. */
async function start(options: StartOptions): Promise<number> {
  const { watch, shard } = options;
  const { summary, reportPage } = await runInChild(
    { specs: [SPEC], shard, watch, settings: settingsOf(options) },
    (folder) => new TerminalOutput(process, folder),
  );
  if (options.open && reportPage !== undefined) {
    const problem = await openPage(reportPage);
    if (problem !== undefined) printLines(`The report was not opened: ${problem}.`);
  }
  return summary.outcome === 'passed' && accountsCreated(summary) ? 0 : 1;
}

/** On every phone that had a part in it: where phones share the specs, one may have had nothing to do. */
function accountsCreated({ phones }: Summary): boolean {
  const used = phones.filter(({ steps, out }) => steps.length > 0 && out === null);
  return used.length > 0 && used.every(({ account }) => account === 'created');
}

/** A person who signs up wants to have the account. */
function settingsOf({ watch, phones }: StartOptions): NodeJS.ProcessEnv {
  return {
    ...(watch ? { MI_WATCH: 'yes' } : {}),
    ...(phones === undefined ? {} : { MI_PHONE_COUNT: phones }),
    ...(isSet('MI_AFTER_SIGN_UP') ? {} : { MI_AFTER_SIGN_UP: 'stay' }),
  };
}

await runCommand({ help: HELP, parse: (args) => parseOptions(args), run: start });

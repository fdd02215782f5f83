import { parseCommandLine, UsageError } from '../command-line.ts';

export interface ReportCommandOptions {
  /** Folders with what runs published, to be merged; `undefined`: the report of the last run. */
  merge: readonly string[] | undefined;
  /** All in one file, or a folder that wants a web server. */
  singleFile: boolean;
  open: boolean;
  gate: boolean;
  help: boolean;
}

export const REPORT_HELP = `Makes the report of the last run again, or one of several runs.

  npm run report                          reports/html/index.html of what lies in reports/
  npm run report -- --open                opens it in the browser
  npm run report -- --merge FOLDER …      one report of the reports/ folders of several runs, as of the
                                          parts of a regression (--shard); it takes the place of what
                                          lies in reports/
  npm run report -- --gate                judges the run by config/quality-gate.json, too: exit code 1
                                          if it does not come to what is asked there
  npm run report -- --single-file         all in one file, which opens from the disk: so it is anyway
  npm run report -- --multi-file          a folder for a web server, of which a browser loads what is
                                          looked at; for many pictures
  npm run report -- --help                shows this

Known issues (config/known-issues.json) are looked up anew each time.
`;

const SYNTAX = {
  command: 'npm run report',
  words: 'FOLDER …',
  options: {
    merge: { type: 'boolean' },
    open: { type: 'boolean' },
    gate: { type: 'boolean' },
    'single-file': { type: 'boolean' },
    'multi-file': { type: 'boolean' },
  },
} as const;

/**
 * @param env npm leaves in it the options that it took for its own.
 * @throws {UsageError} naming what is not understood.
 */
export function parseReportOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): ReportCommandOptions {
  const { merge, open, gate, help, words, ...files } = parseCommandLine(SYNTAX, args, env);
  const refuse = (summary: string, expected: string): never => {
    const remedy = `run \`${SYNTAX.command} -- --help\``;
    throw new UsageError(summary, { expected, seen: args.join(' '), remedy });
  };
  if (merge && words.length === 0) refuse('Nothing to merge.', 'folders after --merge');
  if (!merge && words.length > 0) refuse('Folders are for --merge.', '--merge before them');
  const singleFile = !files['multi-file'];
  if (files['single-file'] && !singleFile) {
    refuse('A report is one file, or several.', '--single-file or --multi-file');
  }
  if (open && !singleFile) {
    refuse(
      'A browser does not open a report of several files from the disk.',
      '--open without --multi-file',
    );
  }
  return { merge: merge ? words : undefined, singleFile, open, gate, help };
}

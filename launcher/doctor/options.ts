import { parseCommandLine } from '../command-line.ts';

export interface DoctorOptions {
  /** Empty: the phones of MI_PHONES, or all that adb lists. */
  serials: string[];
  fix: boolean;
  json: boolean;
  help: boolean;
}

export const DOCTOR_HELP = `Looks whether this machine and the phones are fit for a run, and says what to do where not.

  npm run doctor                          this machine, and the phones of MI_PHONES or all
  npm run doctor -- --serial A,B          these phones, as \`adb devices\` names them
  npm run doctor -- --fix                 first does what can be done over adb, and says what
  npm run doctor -- --json                prints an array of results: docs/doctor.schema.json
  npm run doctor -- --help                shows this

✓ is as it should be, ✗ has to be, ! would better be. Settings count as in a run: see .env.example.
Exit code 0 if everything that has to be is, 1 if not, 2 if the options or the settings are wrong.
`;

const SYNTAX = {
  command: 'npm run doctor',
  options: {
    serial: { type: 'string', value: 'SERIAL,…' },
    fix: { type: 'boolean' },
    json: { type: 'boolean' },
  },
} as const;

/**
 * @param env npm leaves in it the options that it took for its own.
 * @throws {UsageError} naming what is not understood.
 */
export function parseDoctorOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): DoctorOptions {
  const { serial = '', fix, json, help } = parseCommandLine(SYNTAX, args, env);
  const serials = serial
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return { serials, fix, json, help };
}

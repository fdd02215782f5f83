import { join } from 'node:path';

/** What is on the phones, and may be nowhere in a report. Numbers are of the USA, without their code. */
export const PLANTED = {
  number: '2015550147',
  'code of an SMS': '73916482',
  password: 'Tremolo-Aurora-58',
  nickname: 'Zephyrine Oakhurst',
  'name of a contact': 'Ottoline Varga',
  'number of a contact': '2015550188',
  'sender of a message': 'Quillfeather',
  'text of a message': 'Marigold waits at Thistledown harbour',
} as const;

/** In the copy of the project: as deep in it as the spec is here, so that its imports hold. */
export const SPEC = join('specs', 'planted', 'run', 'planted.spec.ts');

/** By which the spec is told. */
export const VALUES: NodeJS.ProcessEnv = { PLANTED: JSON.stringify(PLANTED) };

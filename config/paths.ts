import { fileURLToPath } from 'node:url';

/** The folder that holds package.json; commands may be run from anywhere. */
export const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

#!/usr/bin/env node
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

const emulator = fileURLToPath(new URL('..', import.meta.url));
const packages = dirname(dirname(createRequire(import.meta.url).resolve('esbuild/package.json')));

process.setSourceMapsEnabled(true);
await import(
  await bundle({
    entry: join(emulator, 'cli.ts'),
    tsconfig: join(emulator, '..', 'tsconfig.json'),
    // Beside the packages that the bundle imports.
    cache: join(packages, '.cache', 'xiaomi-phone'),
  })
);

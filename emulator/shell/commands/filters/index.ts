import type { ShellCommand } from '../../command.ts';
import { base64 } from './base64.ts';
import { cat } from './cat.ts';
import { md5sum, sha1sum, sha256sum } from './checksums.ts';
import { cut } from './cut.ts';
import { dd } from './dd.ts';
import { egrep, fgrep, grep } from './grep.ts';
import { gunzip, gzip, zcat } from './gzip.ts';
import { head } from './head.ts';
import { sed } from './sed.ts';
import { tee } from './tee.ts';
import { tr } from './tr.ts';
import { wc } from './wc.ts';

/** Filters that bytes pass through as they come, however many they are. */
export const FILTERS: readonly ShellCommand[] = [
  base64,
  cat,
  cut,
  dd,
  egrep,
  fgrep,
  grep,
  gunzip,
  gzip,
  head,
  md5sum,
  sed,
  sha1sum,
  sha256sum,
  tee,
  tr,
  wc,
  zcat,
];

import { fourCc, Struct } from '../struct.ts';

/**
 * Messages of the sync service. Source: AOSP packages/modules/adb/SYNC.TXT and
 * file_sync_protocol.h.
 */
export const SyncId = {
  lstatV1: fourCc('STAT'),
  statV2: fourCc('STA2'),
  lstatV2: fourCc('LST2'),
  listV1: fourCc('LIST'),
  listV2: fourCc('LIS2'),
  dentV1: fourCc('DENT'),
  dentV2: fourCc('DNT2'),
  send: fourCc('SEND'),
  receive: fourCc('RECV'),
  data: fourCc('DATA'),
  done: fourCc('DONE'),
  okay: fourCc('OKAY'),
  fail: fourCc('FAIL'),
  quit: fourCc('QUIT'),
} as const;

/** Largest DATA block. */
export const SYNC_DATA_MAX_BYTES = 64 * 1024;
export const SYNC_PATH_MAX_BYTES = 1024;

/** Requests, DATA, DONE, OKAY and FAIL; `length` is a time stamp in a DONE that ends a SEND. */
export const SyncHeader = new Struct({ id: 'u32', length: 'u32' });

const STAT_V1 = { id: 'u32', mode: 'u32', size: 'u32', mtimeS: 'u32' } as const;
const STAT_V2 = {
  id: 'u32',
  error: 'u32',
  dev: 'u64',
  ino: 'u64',
  mode: 'u32',
  nlink: 'u32',
  uid: 'u32',
  gid: 'u32',
  size: 'u64',
  atimeS: 'i64',
  mtimeS: 'i64',
  ctimeS: 'i64',
} as const;

export const SyncStatV1 = new Struct(STAT_V1);
export const SyncStatV2 = new Struct(STAT_V2);
export const SyncDentV1 = new Struct({ ...STAT_V1, nameLength: 'u32' });
export const SyncDentV2 = new Struct({ ...STAT_V2, nameLength: 'u32' });

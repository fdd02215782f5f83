import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { lastBytes, logLength, logSince } from '../../../launcher/evidence/log-span.ts';

const folder = mkdtempSync(join(tmpdir(), 'log-test-'));
after(() => rmSync(folder, { recursive: true }));

describe('part of a log', () => {
  it('is what was added since', () => {
    const path = join(folder, 'a.log');
    writeFileSync(path, 'before\n');
    const from = logLength(path);
    appendFileSync(path, 'during\n');
    assert.equal(logSince(path, from, 1000), 'during\n');
  });

  it('of a log that does not exist yet begins at 0', () => {
    assert.equal(logLength(join(folder, 'none.log')), 0);
  });

  it('is cut at the start of a line, and says so', () => {
    const path = join(folder, 'b.log');
    writeFileSync(path, 'first line\nsecond line\nthird\n');
    assert.equal(logSince(path, 0, 10), '… (earlier lines left out)\nthird\n');
  });

  it('that fits is left as it is', () => {
    assert.equal(lastBytes('a\nb\n', 4), 'a\nb\n');
  });
});

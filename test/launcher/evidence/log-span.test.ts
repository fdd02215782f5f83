import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { lastBytes, logLength } from '../../../launcher/evidence/log-span.ts';

const folder = mkdtempSync(join(tmpdir(), 'log-test-'));
after(() => rmSync(folder, { recursive: true }));

describe('a log', () => {
  it('has a length', () => {
    const path = join(folder, 'a.log');
    writeFileSync(path, 'before\n');
    assert.equal(logLength(path), 7);
  });

  it('that does not exist yet is 0 long', () => {
    assert.equal(logLength(join(folder, 'none.log')), 0);
  });
});

describe('the end of a log', () => {
  it('is cut at the start of a line, and says so', () => {
    const end = lastBytes('first line\nsecond line\nthird\n', 10);
    assert.equal(end, '… (earlier lines left out)\nthird\n');
  });

  it('of which more was left out before is whole lines, and says so', () => {
    assert.equal(lastBytes('a\nb\n', 10, true), '… (earlier lines left out)\na\nb\n');
  });

  it('that fits is left as it is', () => {
    assert.equal(lastBytes('a\nb\n', 4), 'a\nb\n');
  });
});

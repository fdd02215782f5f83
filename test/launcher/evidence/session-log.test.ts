import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { sessionLog } from '../../../launcher/evidence/session-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'session-log-'));
const path = join(folder, 'appium.log');
after(() => rmSync(folder, { recursive: true }));

const OURS = '5057b038-d504-4846-ba0f-7bcc988aa521';
const at = (text: string): string => `2026-11-26 06:49:20:821 - ${text}`;

function logOf(lines: readonly string[], { fromByte = 0, maxBytes = 10_000 } = {}): string[] {
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return sessionLog(path, OURS, { fromByte, maxBytes }).split('\n').slice(0, -1);
}

describe('what Appium logged for a session', () => {
  it('is without other sessions, which take place at the same time', () => {
    const ours = [at('[5057b038][HTTP] --> POST /element'), at('[5057b038][ADB] Running adb')];
    const theirs = [at('[aa57b038][HTTP] --> POST /element'), at('[aa57b038][ADB] Running adb')];
    const mixed = [ours[0], theirs[0], theirs[1], ours[1]] as string[];
    assert.deepEqual(logOf(mixed), ours);
  });

  it('has lines that go on with an entry, and none of another’s', () => {
    const ours = [at('[5057b038][W3C] Calling with {'), '  "text": "a"', '}'];
    const theirs = [at('[aa57b038][W3C] Calling with {'), '  "text": "b"', '}'];
    assert.deepEqual(logOf([...theirs, ...ours, ...theirs]), ours);
  });

  it('has how the session was opened, when it had no id yet', () => {
    const opening = [at('[AndroidUiautomator2Driver@51bd] Creating session with {'), '  }'];
    const other = [at('[AndroidUiautomator2Driver@9999] Creating session with {'), '  }'];
    const ours = at('[5057b038][AndroidUiautomator2Driver@51bd] Session created');
    const theirs = at('[aa57b038][AndroidUiautomator2Driver@9999] Session created');
    assert.deepEqual(logOf([...other, ...opening, theirs, ours]), [...opening, ours]);
  });

  it('is without what is of no session', () => {
    assert.deepEqual(logOf([at('[Appium] Welcome to Appium'), at('[HTTP] --> GET /status')]), []);
  });

  it('begins where it is wanted from', () => {
    const [before, during] = [at('[5057b038][HTTP] before'), at('[5057b038][HTTP] during')];
    assert.deepEqual(logOf([before, during], { fromByte: before.length + 1 }), [during]);
  });

  it('is its end when there is too much of it, and says so', () => {
    const lines = Array.from({ length: 1000 }, (_, index) => at(`[5057b038][HTTP] ${index}`));
    const [first, ...kept] = logOf(lines, { maxBytes: 200 });
    assert.equal(first, '… (earlier lines left out)');
    assert.deepEqual(kept, lines.slice(-kept.length));
    assert.ok(kept.join('\n').length <= 200 && kept.length > 1);
  });
});

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Masker } from '../../config/masker.ts';
import { publish } from '../../launcher/publish.ts';
import { RunFolder } from '../../launcher/run-folder.ts';

const NUMBER = '+12015550123';
const CODE = '318204';
let root: string;
let folder: RunFolder;
let reports: string;
let masker: Masker;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'publish-test-'));
  folder = new RunFolder(join(root, 'run'));
  folder.create();
  reports = join(root, 'reports');
  mkdirSync(reports);
  masker = new Masker();
  masker.addPhoneNumber(NUMBER);
  masker.addSecret(CODE, 'code');
});

afterEach(() => rmSync(root, { recursive: true }));

describe('publishing', () => {
  it('masks logs', () => {
    writeFileSync(join(folder.logs, 'appium.log'), `typed "${NUMBER}", got ${CODE}.`);
    publish(folder, reports, masker);
    assert.equal(
      readFileSync(join(reports, 'logs', 'appium.log'), 'utf8'),
      'typed "[masked number]", got [masked code].',
    );
  });

  it('leaves screenshots in clear out of logs', () => {
    const picture = `iVBORw0KGgo${'AAAANSUhEUgAA'.repeat(20)}`;
    writeFileSync(join(folder.logs, 'appium.log'), `result: "${picture}..."`);
    publish(folder, reports, masker);
    assert.equal(
      readFileSync(join(reports, 'logs', 'appium.log'), 'utf8'),
      'result: "[picture]..."',
    );
  });

  it('leaves what screens showed out of logs, and the rest in', () => {
    const tree = '<hierarchy rotation="0">\n  <a text="Fang is in the shade"/>\n</hierarchy>';
    const log = `before\nRESULT <?xml version='1.0'?>\n${tree}\nafter`;
    writeFileSync(join(folder.logs, 'wdio.log'), log);
    const inLine = String.raw`{"value":"<?xml version='1.0'?>\r\n<hierarchy>\r\n<a text=\"Fang is`;
    writeFileSync(join(folder.logs, 'appium.log'), `before\nGot ${inLine}…\nafter`);
    publish(folder, reports, masker);
    for (const name of ['wdio.log', 'appium.log']) {
      const published = readFileSync(join(reports, 'logs', name), 'utf8');
      assert.match(published, /^before\n[\s\S]*\[page source\]\nafter$/);
      assert.doesNotMatch(published, /Fang/);
    }
  });

  it('keeps JSON well formed, also where a number is a code', () => {
    const result = { message: `code ${CODE}`, durationMs: Number(CODE), start: 1763839000000 };
    writeFileSync(join(folder.allureResults, 'a-result.json'), JSON.stringify(result));
    publish(folder, reports, masker);
    const published = readFileSync(join(reports, 'allure-results', 'a-result.json'), 'utf8');
    assert.deepEqual(JSON.parse(published), {
      message: 'code [masked code]',
      durationMs: 0,
      start: 1763839000000,
    });
  });

  it('masks what a killed worker left of a JSON file', () => {
    writeFileSync(join(folder.allureResults, 'a-result.json'), `{"message": "code ${CODE}`);
    publish(folder, reports, masker);
    assert.equal(
      readFileSync(join(reports, 'allure-results', 'a-result.json'), 'utf8'),
      '{"message": "code [masked code]',
    );
  });

  it('copies pictures byte by byte', () => {
    const picture = Buffer.from([0x89, 0x50, 0xff, 0x00, ...Buffer.from(CODE)]);
    writeFileSync(join(folder.allureResults, 'a-attachment.png'), picture);
    publish(folder, reports, masker);
    assert.deepEqual(readFileSync(join(reports, 'allure-results', 'a-attachment.png')), picture);
  });

  it('keeps references to an attachment whose name holds the digits of a code', () => {
    const name = `a-${CODE}-attachment.txt`;
    writeFileSync(join(folder.allureResults, name), 'x');
    writeFileSync(join(folder.allureResults, 'a-result.json'), JSON.stringify({ source: name }));
    publish(folder, reports, masker);
    const results = join(reports, 'allure-results');
    const { source } = JSON.parse(readFileSync(join(results, 'a-result.json'), 'utf8')) as {
      source: string;
    };
    assert.ok(readdirSync(results).includes(source));
  });

  it('takes away what an earlier run published', () => {
    for (const name of ['allure-results', 'html', 'junit', 'logs']) {
      mkdirSync(join(reports, name));
      writeFileSync(join(reports, name, 'old.txt'), '');
    }
    for (const name of ['summary.json', 'summary.md', 'notification.json', 'patience.svg']) {
      writeFileSync(join(reports, name), '');
    }
    publish(folder, reports, masker);
    const left = readdirSync(reports, { recursive: true }).sort();
    assert.deepEqual(left, ['allure-results', 'junit', 'logs']);
  });

  it('leaves the history and the documentation', () => {
    for (const name of ['README.md', 'summary.schema.json', 'history.jsonl']) {
      writeFileSync(join(reports, name), '');
    }
    publish(folder, reports, masker);
    const files = readdirSync(reports).filter((name) => name.includes('.'));
    assert.deepEqual(files.sort(), ['README.md', 'history.jsonl', 'summary.schema.json']);
  });

  it('names the JUnit files', () => {
    writeFileSync(join(folder.junit, 'wdio-0-0.xml'), '<testsuites/>');
    assert.deepEqual(publish(folder, reports, masker), [join('junit', 'wdio-0-0.xml')]);
  });
});

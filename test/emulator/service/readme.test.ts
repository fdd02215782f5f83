import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { POINTS } from '../../../emulator/service/points.ts';
import { SMS_TEMPLATES } from '../../../emulator/service/sms-templates.ts';
import { ServiceUnderTest } from './service-under-test.ts';

const readme = readFileSync(
  new URL('../../../emulator/service/README.md', import.meta.url),
  'utf8',
);
const CURL = /^curl -H "\$TOKEN"(?: -X (\w+))? "\$ADMIN\/([^"]+)"(?: -d '([^']+)')?$/;

describe("the account service's README", () => {
  const test = new ServiceUnderTest();

  before(() => test.start());
  after(() => test.stop());

  const commands = readme.split('\n').filter((line) => line.startsWith('curl '));

  it('has examples', () => assert.ok(commands.length > 0));

  for (const command of commands) {
    it(`has an example that works: ${command}`, async () => {
      const [, method = 'GET', path = '', body] = CURL.exec(command) ?? [];
      const answer = await test.admin(method, path, body === undefined ? body : JSON.parse(body));
      assert.ok(answer.status < 300, JSON.stringify(answer));
    });
  }

  it('names every point', () => {
    assert.deepEqual(
      POINTS.filter((point) => !readme.includes(`\`${point}\``)),
      [],
    );
  });

  for (const { id, text } of SMS_TEMPLATES) {
    it(`shows the text of '${id}'`, () => {
      const [start, end] = text('#').split('#');
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${id}\` `));
      assert.ok(start !== undefined && row?.includes(start) && row.includes(end ?? ''), row);
    });
  }
});

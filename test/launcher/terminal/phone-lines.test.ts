import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import pc from 'picocolors';
import { stripVTControlCharacters } from 'node:util';
import { columnsOf } from '../../../launcher/terminal/format.ts';
import { phoneLines } from '../../../launcher/terminal/phone-lines.ts';
import type { PhoneAtWork } from '../../../launcher/terminal/phones-at-work.ts';

const PLAIN = pc.createColors(false);
const WAITING: PhoneAtWork = {
  name: 'Redmi 红米 7A, zh-CN',
  spec: 'sms-code/expired',
  step: 'Enter the code from the SMS',
  sinceMs: 65_000,
  wait: { what: 'the SMS code', elapsedMs: 150_000, budgetMs: 300_000 },
};
const WORKING: PhoneAtWork = { ...WAITING, name: 'Xiaomi 13, en', wait: undefined };

function lines(phones: readonly PhoneAtWork[], columns: number): string[] {
  return phoneLines(phones, { columns, rows: 20, colors: PLAIN, named: true });
}

describe('lines of the phones at work', () => {
  it('have columns under each other, also where letters are wide', () => {
    assert.deepEqual(lines([WAITING, WORKING], 81), [
      '  Redmi 红米 7A, zh-CN  waiting for the SMS code       ▰▰▰▰▰▱▱▱▱▱ 02:30 of 05:00',
      '  Xiaomi 13, en         Enter the code from the SMS …                      01:05',
    ]);
  });

  it('have the spec on a wide terminal', () => {
    assert.match(
      lines([WAITING], 121)[0] ?? '',
      / {2}sms-code\/expired: waiting for the SMS code {2}/,
    );
  });

  it('have no bar on a narrow one', () => {
    assert.deepEqual(lines([WAITING], 51), ['  Redmi 红米 7A, z…  waiting for …  02:30 of 05:00']);
  });

  it('say what the test is between steps', () => {
    assert.match(
      lines([{ ...WORKING, step: undefined }], 81)[0] ?? '',
      / sms-code\/expired +01:05$/,
    );
  });

  it('tell that a session begins before there is a test', () => {
    const begun = { ...WORKING, step: undefined, spec: undefined };
    assert.match(lines([begun], 81)[0] ?? '', /a session begins …/);
  });

  it('show a budget that is over as full', () => {
    const over = { ...WAITING, wait: { what: 'it', elapsedMs: 400_000, budgetMs: 300_000 } };
    assert.match(lines([over], 81)[0] ?? '', / ▰{10} 06:40 of 05:00$/);
  });

  it('turn red when the budget is nearly over', () => {
    const late = { ...WAITING, wait: { what: 'it', elapsedMs: 270_000, budgetMs: 300_000 } };
    const [line = ''] = phoneLines([late], {
      columns: 81,
      rows: 20,
      colors: pc.createColors(true),
      named: true,
    });
    assert.ok(line.includes('\u001B[31m▰▰▰▰▰▰▰▰▰\u001B[39m'), JSON.stringify(line));
  });

  it('fit into every terminal that is wide enough for a time', () => {
    const name = fc.string({ unit: fc.constantFrom('a', '红', ' ', 'é'), maxLength: 40 });
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1 }),
        fc.integer({ min: 40, max: 250 }),
        (names, columns) => {
          const phones = names.flatMap((each) => [
            { ...WAITING, name: each },
            { ...WORKING, name: each },
          ]);
          const colors = pc.createColors(true);
          for (const line of phoneLines(phones, { columns, rows: 100, colors, named: true })) {
            assert.ok(columnsOf(stripVTControlCharacters(line)) < columns, line);
          }
        },
      ),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseSmsCode } from '../../../device/sms/parse.ts';
import { CODE_TEXTS } from './texts.ts';

const code = fc.stringMatching(/^(?:\d{4}|\d{6}|\d{8})$/);

/** Digits of the scripts that messages are written in, each from its zero. */
const SCRIPTS = ['0', '０', '٠', '۰', '०'].map(
  (zero) =>
    (digits: string): string =>
      digits.replace(/\d/g, (digit) =>
        String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)),
      ),
);

const INVISIBLE = ['', '\u200B', '\u200E', '\u200F', '\u2060', '\uFEFF'];
const SPACES = [' ', '\u00A0', '\u202F', '-', '\u2011'];

/** How a code is written: its digits as they are, and with what belongs between them. */
const spacing = fc.oneof(
  fc.constant((digits: string) => digits),
  fc.constantFrom(...SPACES).map((space) => (digits: string) => {
    const half = digits.length / 2;
    // Halves of four digits are pairs, which have spaces between them alone.
    const between = half === 2 ? ' ' : space;
    return `${digits.slice(0, half)}${between}${digits.slice(half)}`;
  }),
  fc.constantFrom(...SPACES).map((space) => (digits: string) => [...digits].join(space)),
  fc.constantFrom(...INVISIBLE).map((mark) => (digits: string) => [...digits].join(mark)),
);

const twoDigits = fc.integer({ min: 10, max: 99 });
const minutes = fc.integer({ min: 1, max: 9999 });
const phone = fc.stringMatching(/^1[3-9]\d{9}$/);

/** Sentences about other numbers, as they stand in such messages. */
const aside = fc.oneof(
  minutes.map((value) => `It expires in ${value} minutes.`),
  minutes.map((value) => `有效期${value}分钟。`),
  minutes.map((value) => `Действует ${value} минут.`),
  minutes.map((value) => `صالح لمدة ${value} دقيقة.`),
  minutes.map((value) => `${value} मिनट के लिए मान्य।`),
  phone.map((value) => `Sent to +86${value}.`),
  phone.map((value) => `Sent to ${value.slice(0, 3)} ${value.slice(3, 7)} ${value.slice(7)}.`),
  phone.map((value) => `Sent to ${value.slice(0, 3)}****${value.slice(7)}.`),
  fc.tuple(twoDigits, twoDigits).map(([day, year]) => `Asked for on 20${year}-11-${day}.`),
  fc.tuple(twoDigits, twoDigits).map(([hour, minute]) => `Asked for at ${hour}:${minute}.`),
  twoDigits.map((value) => `22 November 20${value}.`),
  fc.stringMatching(/^\d{10}$/).map((value) => `Account id: ${value}.`),
  fc.stringMatching(/^\d{4,8}$/).map((value) => `Order no. ${value}.`),
  fc.stringMatching(/^\d{4,8}$/).map((value) => `订单号：${value}。`),
  fc.stringMatching(/^\d{4,8}$/).map((value) => `See https://account.xiaomi.com/h/${value} .`),
  fc.stringMatching(/^[1-9]\d{3}$/).map((value) => `Battery ${value}%.`),
);

/** The last line, by which an app recognises its message. */
const appHash = fc.oneof(fc.constant(''), fc.stringMatching(/^\n[A-Za-z][A-Za-z0-9+/]{10}$/));

/** Those that `|` may be put around; a Chinese signature has its place at an end. */
const UNSIGNED = CODE_TEXTS.filter(({ body }) => !/[【】[\]]/.test(body));

describe('property: codes', () => {
  test('any code in any wording, script and spacing is found', () => {
    fc.assert(
      fc.property(
        code,
        fc.constantFrom(...CODE_TEXTS),
        fc.constantFrom(...SCRIPTS),
        spacing,
        (digits, { sender, body }, script, spaced) => {
          const text = body.replaceAll('{code}', script(spaced(digits)));
          assert.equal(parseSmsCode({ sender, body: text }), digits);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('any code is found whatever other numbers are spoken of', () => {
    fc.assert(
      fc.property(
        code,
        fc.constantFrom(...UNSIGNED),
        fc.array(aside, { maxLength: 3 }),
        fc.array(aside, { maxLength: 3 }),
        appHash,
        (digits, { body }, before, after, hash) => {
          const text = [...before, body.replaceAll('{code}', digits), ...after].join(' ') + hash;
          assert.equal(parseSmsCode({ sender: 'xiaomi', body: text }), digits);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("the phone's language never hides a code", () => {
    fc.assert(
      fc.property(
        code,
        fc.constantFrom(...CODE_TEXTS),
        fc.constantFrom(...CODE_TEXTS.map(({ language }) => language), 'ja-JP', ''),
        (digits, { sender, body }, language) => {
          const text = body.replaceAll('{code}', digits);
          assert.equal(parseSmsCode({ sender, body: text, language }), digits);
        },
      ),
    );
  });

  test("the account app's own receiver sees the same code in Xiaomi's wordings", () => {
    const seen = CODE_TEXTS.filter(({ wording }) => wording === 'seen');
    fc.assert(
      fc.property(code, fc.constantFrom(...seen), (digits, { sender, body }) => {
        const text = body.replaceAll('{code}', digits);
        const receivers = /(?<!\d)(?:\d{8}|\d{6}|\d{4})(?!\d)/.exec(text)?.[0];
        assert.equal(parseSmsCode({ sender, body: text }), receivers);
      }),
    );
  });
});

describe('property: no codes', () => {
  test('texts about other numbers alone hold no code', () => {
    fc.assert(
      fc.property(fc.array(aside, { minLength: 1, maxLength: 6 }), appHash, (asides, hash) => {
        const body = `Mi Account: your code was asked for. ${asides.join(' ')}${hash}`;
        assert.equal(parseSmsCode({ sender: 'xiaomi', body }), undefined);
      }),
      { numRuns: 2000 },
    );
  });

  test('a text signed by another company holds no code', () => {
    const unsigned = CODE_TEXTS.filter(({ body }) => !body.includes('【'));
    fc.assert(
      fc.property(
        code,
        fc.constantFrom(...unsigned),
        fc.constantFrom('工商银行', '京东', 'Bank', '小米商城', '大米'),
        (digits, { sender, body }, company) => {
          const text = `【${company}】${body.replaceAll('{code}', digits)}`;
          assert.equal(parseSmsCode({ sender, body: text }), undefined);
        },
      ),
    );
  });

  test('no text makes it fail, and what it finds is a code', () => {
    const noise = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(noise, noise, noise, (sender, before, after) => {
        for (const body of [before, `【小米】${before}验证码${after}`]) {
          const found = parseSmsCode({ sender, body });
          assert.ok(found === undefined || /^(?:\d{4}|\d{6}|\d{8})$/.test(found));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('property: time', () => {
  /** What patterns could trip over when it is repeated. */
  const PIECES = [
    ...['a', '1', ' ', '\n', '.', '*', '+', '@', '-', '【', '小米', '验证码', '\u0301', '\uFDFA'],
    ...['1 ', '1-', '123 ', '1.123', '+1', '1*', 'a.', 'a@', 'a-', 'http://', 'jan 12 ', '12:34 '],
    ...[
      'code ',
      'code 318204 ',
      'order no 1234 ',
      'one-time ',
      'код ',
      'رمز ال',
      'कोड ',
      'mã xác ',
    ],
    ...['banküberweisung', 'zahlungen', 'Xiaomi ', 'Mi Account ', '验证码318204', 'abcdefghijk '],
  ];
  const LENGTH = 2_000;

  /** The best of some tries, as others use the machine too. */
  function fastestMs(body: string): number {
    const tries = [1, 2, 3, 4, 5].map(() => {
      const startMs = performance.now();
      parseSmsCode({ sender: 'xiaomi', body });
      return performance.now() - startMs;
    });
    return Math.min(...tries);
  }

  test(`${LENGTH} characters take less than 25 ms`, () => {
    for (const piece of PIECES) {
      const body = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH - 7);
      const took = fastestMs(`${body} 318204`);
      assert.ok(took < 25, `${JSON.stringify(piece)} took ${took.toFixed(1)} ms`);
    }
  });

  test('so do pieces in any order', () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(pieces, (chosen) => {
        const unit = chosen.join('');
        const body = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
        assert.ok(fastestMs(body) < 25);
      }),
      { numRuns: 20 },
    );
  });
});

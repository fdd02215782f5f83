import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { Masker } from '../../config/masker.ts';

const NUMBERS = ['+12015550123', '+491713920012', '+61491570156', '+46701740605', '+8613800138000'];
const CODE = '318204';
const ACCOUNT = '6230123535';

function maskerOf(number: string): Masker {
  const masker = new Masker();
  masker.addPhoneNumber(number);
  masker.addSecret(CODE, 'code');
  masker.addSecret(ACCOUNT, 'account-id');
  return masker;
}

const separator = fc.constantFrom(
  '',
  ' ',
  '-',
  '.',
  '\u00a0',
  '\u202f',
  '\u2011',
  ' - ',
  '%20',
  '\\u00a0',
  '&nbsp;',
  '+',
);
const keys = (digits: string) =>
  JSON.stringify(
    [...digits].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]),
  );

/** Ways of writing a number or a code. */
function formsOf(secret: string): fc.Arbitrary<string> {
  const digits = secret.replace('+', '');
  const number = secret.startsWith('+') ? parsePhoneNumberFromString(secret) : undefined;
  const formatted =
    number === undefined
      ? [digits]
      : [
          secret,
          number.formatNational(),
          number.formatInternational(),
          number.format('RFC3966'),
          number.format('IDD', { fromCountry: 'FR' }),
          encodeURIComponent(secret),
          encodeURIComponent(number.formatInternational()),
          number.nationalNumber,
          `\u202a${number.formatInternational()}\u202c`,
        ];
  const apart = fc
    .array(separator, { minLength: digits.length, maxLength: digits.length })
    .map((separators) =>
      [...digits].map((digit, i) => (i > 0 ? separators[i] : '') + digit).join(''),
    );
  const fullWidth = [...digits].map((d) => String.fromCodePoint(0xff10 + Number(d))).join('');
  const typed = [JSON.stringify([...digits]), JSON.stringify([...digits], null, 2), keys(digits)];
  return fc.oneof(
    fc.constantFrom(...formatted, fullWidth, ...typed, JSON.stringify(typed[0])),
    apart,
  );
}

/** What logs and reports are made of. */
const port = fc.integer({ min: 1024, max: 65_535 });
const ordinary = fc.oneof(
  fc.constantFrom(
    'waiting for the SMS code … 00:03 of 05:00',
    'GET /status',
    '{"ok":true}',
    'v9.33.1',
    'UTC+8',
  ),
  fc.constantFrom(
    '+01:00',
    '@@ -12,7 +12,9 @@',
    'Android 16 (API 36)',
    'OS3.0.306.0.WNRMIXM',
    '+ 2 files',
  ),
  port.map((n) => `http://127.0.0.1:${n}/wd/hub`),
  port.map((n) => `emulator-${n}`),
  fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString()),
  fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((d) => String(d.getTime())),
  fc.integer({ min: 0, max: 99_999 }).map((n) => `${n} ms`),
  fc.tuple(port, port).map(([a, b]) => `[${a % 1080},${b % 2400}][${b % 1080},${a % 2400}]`),
  fc
    .tuple(port, port)
    .map(([a, b]) => `11-22 19:25:00.123  ${a % 9999}  ${b % 9999} I ActivityManager: Start proc`),
  fc.uuid(),
);
const text = fc.array(ordinary, { maxLength: 4 }).map((parts) => parts.join('\n'));

/** Digits alone, with the escapes removed that hold digits of their own. */
function digitsOf(masked: string): string {
  return masked
    .normalize('NFKC')
    .replace(/%[0-9a-fA-F]{2}|\\+u[0-9a-fA-F]{4}|&#?\w+;/g, '')
    .replace(/\D/g, '');
}

for (const number of NUMBERS) {
  const secrets = [number, CODE, ACCOUNT];
  test(`no form of ${number}, a code or an account id survives`, () => {
    const planted = fc.constantFrom(...secrets).chain((secret) =>
      fc.record({
        secret: fc.constant(secret),
        form: secret === ACCOUNT ? fc.constant(secret) : formsOf(secret),
        before: fc.constantFrom('', 'to ', 'code=', '"', 'q=%20', '(', '验证码：'),
        after: fc.constantFrom('', '.', '"', ' is your code', ')', '，请勿转发'),
      }),
    );
    fc.assert(
      fc.property(planted, ({ secret, form, before, after }) => {
        const masked = maskerOf(number).mask(before + form + after);
        const national = parsePhoneNumberFromString(secret)?.nationalNumber ?? secret;
        assert.ok(!digitsOf(masked).includes(national), masked);
        assert.match(masked, /\[masked /);
      }),
      { numRuns: 200 },
    );
  });

  test(`ordinary text is left alone while ${number} is registered`, () => {
    fc.assert(
      fc.property(text, (plain) => {
        assert.equal(maskerOf(number).mask(plain), plain);
      }),
      { numRuns: 200 },
    );
  });
}

test('a secret may have any character in it', () => {
  const masker = new Masker();
  const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join(
    '',
  );
  masker.addSecret(printable, 'password');
  assert.equal(masker.mask(`a ${printable} b`), 'a [masked password] b');
});

test('what stands around a secret is left alone', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...NUMBERS).chain(formsOf), text, (before, form, after) => {
      const masked = NUMBERS.reduce(
        (result, number) => maskerOf(number).mask(result),
        `${before}\n${form}\n${after}`,
      );
      assert.ok(masked.startsWith(`${before}\n`) && masked.endsWith(`\n${after}`), masked);
    }),
    { numRuns: 200 },
  );
});

test('masking twice changes nothing', () => {
  fc.assert(
    fc.property(text, formsOf('+12015550123'), (plain, form) => {
      const masker = maskerOf('+12015550123');
      const once = masker.mask(`${plain} ${form}`);
      assert.equal(masker.mask(once), once);
    }),
  );
});

test('an international number is masked without being registered', () => {
  const masked = new Masker().mask('call +49 171 3920012 17 times, or %2B12015550123');
  assert.equal(masked, 'call [masked number] 17 times, or [masked number]');
});

test('a date after a time zone is no phone number', () => {
  const plain = 'UTC+1 2025-11-22 19:25:00 GMT+8 2025-11-22';
  assert.equal(new Masker().mask(plain), plain);
});

test('a code inside a longer run of digits is not the code', () => {
  assert.equal(maskerOf('+12015550123').mask('1318204 3182045'), '1318204 3182045');
});

test('a code is masked in the digits of every script that a code is read in', () => {
  for (const zero of ['0', '０', '٠', '۰', '०']) {
    const written = Array.from('069382', (digit) =>
      String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)),
    );
    for (const separator of ['', ' ', '-']) {
      const masker = new Masker();
      masker.addSecret('069382', 'code');
      const text = `Mi ${written.join(separator)}.`;
      assert.equal(masker.mask(text), 'Mi [masked code].', text);
    }
  }
});

test('a letter or two that somebody typed for a code leave the texts readable', () => {
  const masker = new Masker();
  masker.addSecret('a', 'code');
  masker.addSecret('at', 'code');
  assert.equal(masker.mask('a tap at 3'), 'a tap at 3');
});

test('a code of letters is masked as a word of its own', () => {
  const masker = new Masker();
  masker.addSecret('W3.d', 'code');
  assert.equal(
    masker.mask('typed W3.d, not W3.dx or W3xd'),
    'typed [masked code], not W3.dx or W3xd',
  );
});

test('masked JSON is still JSON', () => {
  const json = JSON.stringify({ code: 318204, to: ['+1 201-555-0123'], '12015550123': 1, at: 1.5 });
  assert.deepEqual(JSON.parse(maskerOf('+12015550123').maskJson(json)), {
    code: 0,
    to: ['[masked number]'],
    '[masked number]': 1,
    at: 1.5,
  });
});

test('what stands around a masked number stays as it is', () => {
  const masker = new Masker();
  masker.addPhoneNumber('+12015550123');
  assert.equal(masker.mask('for +1 201 555 0123.'), 'for [masked number].');
});

for (const [how, text] of [
  ['as they are', 'signed in as Fang Li.'],
  ['URL-encoded', 'q=Fang%20Li&x'],
  ['typed key by key', '{"value":["F","a","n","g"," ","L","i"]}'],
  [
    'typed key by key, in a text',
    String.raw`"{\"value\":[\"F\",\"a\",\"n\",\"g\",\" \",\"L\",\"i\"]}"`,
  ],
] as const) {
  test(`names are masked ${how}`, () => {
    const masker = new Masker();
    masker.addSecret('Fang Li', 'name');
    const masked = masker.mask(text);
    assert.match(masked, /\[masked name\]/);
    assert.doesNotMatch(masked, /F.*a.*n.*g|L.*i/);
  });
}

test('a Chinese name is masked where it stands among other Chinese', () => {
  const masker = new Masker();
  masker.addSecret('王芳', 'name');
  assert.equal(masker.mask('昵称：王芳的手机'), '昵称：[masked name]的手机');
});

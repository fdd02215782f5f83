import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compileJavaRegex } from '../../../emulator/uiautomator2/ui-selector/java-regex.ts';
import { PatternSyntaxError } from '../../../emulator/uiautomator2/ui-selector/pattern-reader.ts';

describe('java.util.regex in JavaScript', () => {
  const CASES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['Next', ['Next'], ['next', 'Next ', ' Next', '']],
    ['(?i)next|continue', ['NEXT', 'Continue'], ['nex']],
    ['(?i)straße', ['STRAßE'], ['strasse']],
    ['a(?i)b(?-i)c', ['abc', 'aBc'], ['abC', 'Abc']],
    ['a(?i:b)c', ['aBc'], ['aBC']],
    ['(?i)[a-c]+x', ['aBCX'], ['d']],
    ['.*:id/(button|input)', ['com.a:id/input'], ['com.a:id/inputs']],
    ['\\d{6}', ['123456', '١٢٣٤٥٦'], ['12345', '1234567']],
    ['\\w+', ['a_1é登'], ['a b']],
    ['[\\w.-]+', ['com.a-b_c'], ['a b']],
    ['\\s', [' ', '\t', '\u00a0'], ['', 'x']],
    ['[^\\d\\s]+', ['abc'], ['a1', 'a b']],
    ['\\h\\S\\D\\W', [' ab-'], ['abcd']],
    ['\\Qa.b*\\E+', ['a.b*', 'a.b***'], ['aXb*']],
    ['[a-z&&[^aeiou]]+', ['xyz'], ['xaz']],
    ['[a-d[m-p]]+', ['abmnop'], ['e']],
    ['[\\]\\-^]+', [']-^'], ['a']],
    ['[]a]+', [']a'], ['b']],
    ['a++b', ['aab'], ['b']],
    ['a*+a', [], ['a', 'aa']],
    ['(?>a|ab)c', ['ac'], ['abc']],
    ['a+?', ['a', 'aa'], ['']],
    ['a{2,3}', ['aa', 'aaa'], ['a', 'aaaa']],
    ['(a|b)\\1', ['aa', 'bb'], ['ab']],
    ['(?<first>a|b)\\k<first>', ['aa'], ['ab']],
    ['(?=a)ab(?!c)', ['ab'], ['abc']],
    ['(?<=a|^)a(?<!b)', ['a'], ['b']],
    ['\\p{L}+', ['aЖ登'], ['a1']],
    ['\\p{Lu}\\P{Lu}', ['Aa'], ['AA']],
    ['\\p{IsHan}+', ['登录'], ['abc']],
    ['\\p{IsCyrillic}+', ['Вход'], ['abc']],
    ['\\p{Alpha}\\p{Digit}\\p{Punct}', ['a1!'], ['1a!']],
    ['\\pL\\pN', ['a1'], ['1a']],
    ['\\u0041\\x42\\x{43}\\0104', ['ABCD'], ['abcd']],
    ['\\t\\n\\r\\f\\a\\e', ['\t\n\r\f\u0007\u001b'], ['tnrfae']],
    ['\\cA', ['\u0001'], ['A']],
    ['a.c', ['abc'], ['a\nc']],
    ['a\\Rb', ['a\r\nb', 'a\nb'], ['ab']],
    ['^a$', ['a'], ['b']],
    ['(?m)^a$\\n^b$', ['a\nb'], ['ab']],
    ['(?s)a.c', ['a\nc'], ['ac']],
    ['(?x) a b # comment\n c', ['abc'], ['a b c']],
    ['\\Aab\\z', ['ab'], ['abc']],
    ['\\bab\\b', ['ab'], ['abc']],
    ['-_/:,\'"=<>', ['-_/:,\'"=<>'], ['']],
    ['a}b]', ['a}b]'], ['ab']],
    ['', [''], ['a']],
    ['😀+', ['😀😀'], ['😁']],
  ];
  for (const [pattern, matching, others] of CASES) {
    for (const text of matching) {
      it(`${JSON.stringify(pattern)} matches ${JSON.stringify(text)}`, () => {
        assert.equal(compileJavaRegex(pattern).test(text), true);
      });
    }
    for (const text of others) {
      it(`${JSON.stringify(pattern)} does not match ${JSON.stringify(text)}`, () => {
        assert.equal(compileJavaRegex(pattern).test(text), false);
      });
    }
  }

  it('lets a period match line ends with DOTALL', () => {
    assert.equal(compileJavaRegex('a.c', { dotAll: true }).test('a\nc'), true);
  });

  const MALFORMED: readonly (readonly [string, string])[] = [
    ['(ab', 'Unclosed group near index 3\n(ab'],
    ['ab)', "Unmatched closing ')' near index 2\nab)"],
    ['*a', "Dangling meta character '*' near index 1\n*a"],
    ['[ab', 'Unclosed character class near index 3\n[ab'],
    ['a{x}', 'Illegal repetition near index 1\na{x}'],
    ['\\y', 'Illegal/unsupported escape sequence near index 2\n\\y'],
    ['\\p{None}', 'Unknown character property name {None} near index 8\n\\p{None}'],
    ['[z-a]', 'Illegal character range near index 4\n[z-a]'],
    ['a\\', 'Unexpected end of pattern near index 2\na\\'],
  ];
  for (const [pattern, problem] of MALFORMED) {
    it(`refuses ${pattern}`, () => {
      assert.throws(
        () => compileJavaRegex(pattern),
        (error) =>
          error instanceof PatternSyntaxError &&
          error.message === `java.util.regex.PatternSyntaxException: ${problem}`,
      );
    });
  }

  it('matches any text quoted by \\Q and \\E, and no other', () => {
    const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\\E'));
    fc.assert(
      fc.property(text, text, (value, other) => {
        const regExp = compileJavaRegex(`\\Q${value}\\E`);
        assert.equal(regExp.test(value), true);
        assert.equal(regExp.test(other), other === value);
      }),
    );
  });

  it('either compiles or says what is wrong', () => {
    const pattern = fc.string({
      unit: fc.constantFrom(...Array.from('ab01(){}[]\\^$.|*+?-&!<>=:,PpQEdwk')),
    });
    fc.assert(
      fc.property(pattern, (value) => {
        try {
          assert.ok(compileJavaRegex(value) instanceof RegExp);
        } catch (error) {
          if (!(error instanceof PatternSyntaxError)) throw error;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

import peggy from 'peggy';

/**
 * Java expressions as Appium takes them: statements separated by `;`, each a constructor call
 * (whose `new UiSelector()` may be left out) and a chain of method calls. Arguments are kept as
 * text: what they mean depends on the method. In a string only `\"` is an escape, as in the real
 * server (io.appium.uiautomator2.utils.UiExpressionParser).
 */
const GRAMMAR = String.raw`
Statements
  = head:Statement tail:(";" @Statement)* { return [head, ...tail]; }

Statement
  = parts:(String / $[^";])* { return parts.join("").trim(); }

Chain
  = "new " _ name:$("UiSelector" / "UiScrollable") _ args:(Arguments / NoArguments) calls:Call* {
      return { name, args, calls };
    }

Call
  = !(_ !.) _ Period _ name:MethodName args:Arguments { return { name, args }; }

Period
  = "."
  / "" { error('Expected "."'); }

MethodName
  = name:$[^(]* &"(" {
      if (name.trim() === "") error("Missing method name");
      return name.trim();
    }
  / "" { error("No opening parenthesis after method name"); }

Arguments
  = "(" _ ")" { return []; }
  / "(" head:Argument tail:("," @Argument)* (")" / "" { error("Unclosed paren in expression"); }) {
      return [head, ...tail];
    }

NoArguments
  = "" { error("Unclosed paren in expression"); }

Argument
  = text:$(String / Parenthesized / [^(),"])* {
      if (text.trim() === "") error("Missing argument");
      return text.trim();
    }

Parenthesized
  = "(" (String / Parenthesized / [^()"])* ")"

String
  = $('"' ('\\"' / [^"])* '"')
  / '"' { error("Unclosed paren in expression"); }

_ = " "*
`;

const parser = peggy.generate(GRAMMAR, { allowedStartRules: ['Statements', 'Chain'] });

export interface MethodCall {
  readonly name: string;
  readonly args: readonly string[];
}

/** `new name(args).call(…).call(…)` */
export interface Chain extends MethodCall {
  readonly name: 'UiSelector' | 'UiScrollable';
  readonly calls: readonly MethodCall[];
}

/** A text that is no chain of calls. */
export class ChainSyntaxError extends Error {
  override readonly name = 'ChainSyntaxError';
}

/** Splits at the semicolons that stand in no string; those at the end end nothing. */
export function parseStatements(text: string): string[] {
  const statements = parse(text, 'Statements') as string[];
  while (statements.at(-1) === '') statements.pop();
  return statements;
}

/** @throws ChainSyntaxError saying what is wrong, and at which position. */
export function parseChain(text: string): Chain {
  return parse(text, 'Chain') as Chain;
}

function parse(text: string, startRule: string): unknown {
  try {
    return parser.parse(text, { startRule }) as unknown;
  } catch (error) {
    if (!(error instanceof parser.SyntaxError)) throw error;
    const { message, location } = error;
    const whole = message.startsWith('Unclosed');
    throw new ChainSyntaxError(whole ? message : `${message} at position ${location.start.offset}`);
  }
}

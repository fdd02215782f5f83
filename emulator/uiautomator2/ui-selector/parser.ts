import { ServerError, UiSelectorSyntaxError } from '../errors.ts';
import { type Chain, ChainSyntaxError, type MethodCall, parseChain } from './grammar.ts';
import { compileJavaRegex } from './java-regex.ts';
import { PatternSyntaxError } from './pattern-reader.ts';
import { type Criterion, type JavaPattern, UiSelector } from './ui-selector.ts';

/** The parameter types that UiSelector's and UiScrollable's methods have. */
export type ParameterType = keyof Values;

interface Values {
  String: string;
  boolean: boolean;
  int: number;
  double: number;
  UiSelector: UiSelector;
}

interface Method {
  readonly parameter: ParameterType;
  build(selector: UiSelector, argument: unknown): UiSelector;
}

function takes<P extends ParameterType>(
  parameter: P,
  build: (selector: UiSelector, argument: Values[P]) => UiSelector,
): Method {
  return { parameter, build };
}

const text = (criterion: Criterion) =>
  takes('String', (selector, value) => selector.with(criterion, value));
const flag = (criterion: Criterion) =>
  takes('boolean', (selector, value) => selector.with(criterion, value));
const number = (criterion: Criterion) =>
  takes('int', (selector, value) => selector.with(criterion, value));
const relative = (criterion: Criterion) =>
  takes('UiSelector', (selector, value) => selector.with(criterion, value));
const regex = (criterion: Criterion, options?: { dotAll: boolean }) =>
  takes('String', (selector, source) => selector.with(criterion, compilePattern(source, options)));

const METHODS: Readonly<Record<string, Method>> = {
  text: text('TEXT'),
  textContains: text('CONTAINS_TEXT'),
  textStartsWith: text('START_TEXT'),
  textMatches: regex('TEXT_REGEX', { dotAll: true }),
  description: text('DESCRIPTION'),
  descriptionContains: text('CONTAINS_DESCRIPTION'),
  descriptionStartsWith: text('START_DESCRIPTION'),
  descriptionMatches: regex('DESCRIPTION_REGEX', { dotAll: true }),
  className: text('CLASS'),
  classNameMatches: regex('CLASS_REGEX'),
  packageName: text('PACKAGE_NAME'),
  packageNameMatches: regex('PACKAGE_NAME_REGEX'),
  resourceId: text('RESOURCE_ID'),
  resourceIdMatches: regex('RESOURCE_ID_REGEX'),
  index: number('INDEX'),
  instance: number('INSTANCE'),
  checkable: flag('CHECKABLE'),
  checked: flag('CHECKED'),
  clickable: flag('CLICKABLE'),
  enabled: flag('ENABLED'),
  focusable: flag('FOCUSABLE'),
  focused: flag('FOCUSED'),
  longClickable: flag('LONG_CLICKABLE'),
  scrollable: flag('SCROLLABLE'),
  selected: flag('SELECTED'),
  childSelector: relative('CHILD'),
  fromParent: relative('PARENT'),
};

function compilePattern(source: string, options?: { dotAll: boolean }): JavaPattern {
  try {
    return { source, regExp: compileJavaRegex(source, options) };
  } catch (error) {
    if (error instanceof PatternSyntaxError) throw new ServerError(error.message);
    throw error;
  }
}

/**
 * Parses a UiSelector expression. `UiSelector().text("x")`, `.text("x")` and `text("x")` mean
 * the same as `new UiSelector().text("x")`.
 * @throws UiSelectorSyntaxError worded as the real server's.
 */
export function parseUiSelector(expression: string): UiSelector {
  const complete = completeSelector(expression.trim());
  const chain = parseWhole(complete, 'UiSelector');
  coerceArguments(complete, chain.args, []);
  let selector = new UiSelector();
  for (const call of chain.calls) selector = applyCall(complete, selector, call);
  return selector;
}

function completeSelector(expression: string): string {
  if (expression.startsWith('new UiSelector')) return expression;
  if (expression.startsWith('UiSelector')) return `new ${expression}`;
  return `new UiSelector()${expression.startsWith('.') ? '' : '.'}${expression}`;
}

function applyCall(expression: string, selector: UiSelector, call: MethodCall): UiSelector {
  const method = METHODS[call.name];
  if (!method) {
    throw new UiSelectorSyntaxError(expression, `UiSelector has no \`${call.name}\` method`);
  }
  const [argument] = coerceCall(expression, 'UiSelector', call, [[method.parameter]]);
  return method.build(selector, argument);
}

/**
 * Parses `new className(…).…`.
 * @throws UiSelectorSyntaxError if it is anything else.
 */
export function parseWhole(expression: string, className: Chain['name']): Chain {
  if (!expression.startsWith(`new ${className}`)) {
    throw new UiSelectorSyntaxError(
      expression,
      `Was trying to parse as ${className}, but didn't start with an acceptable prefix. ` +
        `Acceptable prefixes are: \`new ${className}\` or \`${className}\``,
    );
  }
  try {
    return parseChain(expression);
  } catch (error) {
    if (error instanceof ChainSyntaxError) {
      throw new UiSelectorSyntaxError(expression, error.message);
    }
    throw error;
  }
}

/**
 * The arguments of a call as values of the first overload that takes them.
 * @throws UiSelectorSyntaxError if none does.
 */
export function coerceCall(
  expression: string,
  className: string,
  call: MethodCall,
  overloads: readonly (readonly ParameterType[])[],
): unknown[] {
  let problem: UiSelectorSyntaxError | undefined;
  for (const types of overloads) {
    try {
      return coerceArguments(expression, call.args, types);
    } catch (error) {
      if (!(error instanceof UiSelectorSyntaxError)) throw error;
      problem = error;
    }
  }
  throw new UiSelectorSyntaxError(
    expression,
    `\`${className}\` doesn't have suitable method \`${call.name}\` with arguments ` +
      `[${call.args.join(', ')}]${problem ? `: ${problem.message}` : ''}`,
  );
}

/** @throws UiSelectorSyntaxError if number or types of the arguments differ. */
export function coerceArguments(
  expression: string,
  args: readonly string[],
  types: readonly ParameterType[],
): unknown[] {
  if (args.length !== types.length) {
    throw new UiSelectorSyntaxError(
      expression,
      `Invalid arguments count. Actual: ${args.length}. Expected: ${types.length}.`,
    );
  }
  return args.map((argument, i) => coerce(expression, argument, types[i] ?? 'String'));
}

function coerce(expression: string, argument: string, type: ParameterType): unknown {
  switch (type) {
    case 'boolean':
      if (argument === 'true' || argument === 'false') return argument === 'true';
      throw new UiSelectorSyntaxError(expression, `${argument} is not a boolean`);
    case 'String':
      if (/^"[^]*"$/.test(argument) && argument.length > 1) {
        return argument.slice(1, -1).replaceAll('\\"', '"');
      }
      throw new UiSelectorSyntaxError(expression, `${argument} is not a string`);
    case 'int':
      if (/^[+-]?\d{1,10}$/.test(argument)) return Number(argument);
      throw new UiSelectorSyntaxError(expression, `${argument} is not a integer`);
    case 'double':
      if (argument !== '' && Number.isFinite(Number(argument))) return Number(argument);
      throw new ServerError(`java.lang.NumberFormatException: For input string: "${argument}"`);
    case 'UiSelector':
      return parseUiSelector(argument);
  }
}

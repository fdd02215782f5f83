import { UiSelectorSyntaxError } from '../errors.ts';
import { ChainSyntaxError, parseStatements } from './grammar.ts';
import { parseUiSelector } from './parser.ts';
import { runUiScrollable, type ScrollContext } from './scrollable-expression.ts';
import type { UiSelector } from './ui-selector.ts';

/**
 * The selectors that an expression of the strategy `-android uiautomator` stands for, one for each
 * of its statements. UiScrollable statements scroll as they are evaluated.
 * @throws UiSelectorSyntaxError, or what the scrolling throws.
 */
export async function evaluateExpression(
  expression: string,
  context: ScrollContext,
): Promise<UiSelector[]> {
  if (expression === '') {
    throw new UiSelectorSyntaxError(
      expression,
      'Tried to parse an empty string. Expected to see a string consisting of text to be ' +
        'interpreted as UiAutomator java code.',
    );
  }
  const selectors: UiSelector[] = [];
  for (const statement of statementsOf(expression)) {
    const isScrollable = /^(?:new )?UiScrollable/.test(statement);
    selectors.push(
      isScrollable ? await runUiScrollable(statement, context) : parseUiSelector(statement),
    );
  }
  if (selectors.length === 0) throw new UiSelectorSyntaxError(expression);
  return selectors;
}

function statementsOf(expression: string): string[] {
  try {
    return parseStatements(expression.trim());
  } catch (error) {
    if (error instanceof ChainSyntaxError) {
      throw new UiSelectorSyntaxError(expression, error.message);
    }
    throw error;
  }
}

import type { AccessibilityNode } from '../../android/accessibility.ts';
import { InvalidSelectorError, ServerError } from '../errors.ts';
import type { ServerSettings } from '../settings.ts';
import { searchInTime } from '../time-limit.ts';
import { ATTRIBUTE_NAMES, type AttributeName } from './attribute-names.ts';
import type { PageSource } from './page-source.ts';
import { XPathDocument, XPathElement, xpathFacade } from './xpath-dom.ts';

/** Static errors of XPath (W3C XPath 3.1, appendix F): the expression itself is wrong. */
const STATIC_ERROR = /XPST\d{4}/;

/** Finds nodes by XPath over the page source. */
export class XPathFinder {
  readonly #source: PageSource;
  readonly #settings: ServerSettings;

  constructor(source: PageSource, settings: ServerSettings) {
    this.#source = source;
    this.#settings = settings;
  }

  /**
   * @param context evaluates below this node; with `limitXPathContextScope` (the default) nothing
   *   else exists.
   * @throws InvalidSelectorError if the expression is malformed.
   */
  async find(
    expression: string,
    context: AccessibilityNode | undefined,
    onlyFirst: boolean,
  ): Promise<AccessibilityNode[]> {
    const isLimited = this.#settings.get('limitXPathContextScope');
    const root = isLimited ? context : undefined;
    const snapshot = await this.#source.snapshot(queriedAttributes(expression), root);
    const document = new XPathDocument(snapshot, this.#settings.get('normalizeTagNames'));
    const start = context && !isLimited ? document.elementOf(context) : document;
    if (!start) {
      throw new ServerError('Cannot match the root element for the context-based XPath lookup');
    }
    const found: AccessibilityNode[] = [];
    for (const item of await this.#evaluate(expression, start)) {
      const node = item instanceof XPathElement ? item.node : null;
      if (node) found.push(node);
      if (node && onlyFirst) break;
    }
    return found;
  }

  async #evaluate(
    expression: string,
    start: XPathDocument | XPathElement,
  ): Promise<readonly unknown[]> {
    // A large engine that many a session never needs.
    const { default: fontoxpath } = await import('fontoxpath');
    try {
      return searchInTime(() =>
        fontoxpath.evaluateXPath(
          expression,
          start,
          xpathFacade,
          {},
          fontoxpath.evaluateXPath.ALL_RESULTS_TYPE,
        ),
      );
    } catch (error) {
      if (error instanceof ServerError) throw error;
      const message = error instanceof Error ? error.message : String(error);
      if (STATIC_ERROR.test(message)) throw new InvalidSelectorError(message);
      throw new ServerError(
        `${message}. Try changing the 'enforceXPath1' driver setting to 'true' in order to ` +
          'workaround the problem.',
      );
    }
  }
}

/** Only the attributes an expression names are worth collecting. */
function queriedAttributes(expression: string): ReadonlySet<AttributeName> {
  if (expression.includes('@*')) return new Set(ATTRIBUTE_NAMES);
  return new Set(ATTRIBUTE_NAMES.filter((name) => expression.includes(`@${name}`)));
}

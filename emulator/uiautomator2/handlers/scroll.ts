import { elementIdOf } from '../actions/timeline.ts';
import { post, type Route } from '../command.ts';
import { parseLocator } from '../elements/locator.ts';
import { IllegalArgumentError, InvalidArgumentError, UiObjectNotFoundError } from '../errors.ts';
import { evaluateExpression } from '../ui-selector/expression.ts';
import { type ScrollContext, scrollToElement, UiScrollable } from '../ui-selector/scrollable.ts';
import { UiSelector } from '../ui-selector/ui-selector.ts';

export const scrollRoutes: readonly Route[] = [
  post('/gestures/scroll_to', async ({ server, session, body: request }) => {
    const body = request.as('ScrollToModel');
    const params = body.required('params', body.object('params', 'ScrollParams'));
    const strategy = params.required('strategy', params.string('strategy'));
    const selector = params.required('selector', params.string('selector'));
    const wanted = await toUiSelector(strategy, selector, server.scroll);
    const originId = elementIdOf(body.fields['origin']);
    const origin =
      originId === undefined ? undefined : (await session.elements.get(originId)).element.found;
    if (origin && !origin.selector) {
      throw new IllegalArgumentError(
        'The given origin element must be a valid scrollable UiObject',
      );
    }
    await server.tree.waitForIdle();
    const maxSwipes = params.integer('maxSwipes');
    await scrollToElement(origin?.selector, wanted, maxSwipes, server.scroll);
    return null;
  }),
  post('/appium/element/:id/scroll_to/:id2', async ({ server, session, params }) => {
    const list = (await session.elements.get(params['id'])).element.found.selector;
    const wanted = (await session.elements.get(params['id2'])).element.found.selector;
    if (!list || !wanted) {
      throw new InvalidArgumentError(
        `${list ? 'Scroll to Element' : 'Element'} was not an instance of UiObject; only ` +
          "UiSelector is supported. Ensure you use the '-android uiautomator' locator strategy " +
          'when finding elements for use with ScrollToElement',
      );
    }
    if (!(await scrollBackTo(list, wanted, server.scroll))) {
      throw new UiObjectNotFoundError(`Cannot scroll to ${wanted.toString()} element`);
    }
    return null;
  }),
];

async function toUiSelector(
  strategy: string,
  selector: string,
  context: ScrollContext,
): Promise<UiSelector> {
  switch (parseLocator(strategy, selector).strategy) {
    case 'accessibility id':
      return new UiSelector({ DESCRIPTION: selector });
    case 'class name':
      return new UiSelector({ CLASS: selector });
    case '-android uiautomator': {
      const [first] = await evaluateExpression(selector, context);
      return first ?? new UiSelector();
    }
    default:
      throw new InvalidArgumentError(
        `Unsupported strategy: '${strategy}'. The only supported strategies are: ` +
          '[accessibility id, class name, -android uiautomator].',
      );
  }
}

/** Flings to the beginning, then scrolls forward until the element shows; whether it does. */
async function scrollBackTo(
  list: UiSelector,
  wanted: UiSelector,
  context: ScrollContext,
): Promise<boolean> {
  const exists = () => context.objects.find(wanted) !== null;
  if (exists()) return true;
  const scrollable = new UiScrollable(list, context);
  await scrollable.flingToEdge('backward', scrollable.maxSearchSwipes);
  for (let swipes = 0; !exists(); swipes += 1) {
    if (swipes === scrollable.maxSearchSwipes || !(await scrollable.scroll('forward'))) {
      return false;
    }
  }
  return true;
}

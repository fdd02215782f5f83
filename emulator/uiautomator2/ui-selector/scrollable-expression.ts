import { UiSelectorSyntaxError } from '../errors.ts';
import type { MethodCall } from './grammar.ts';
import { coerceArguments, coerceCall, type ParameterType, parseWhole } from './parser.ts';
import { type ScrollContext, UiScrollable } from './scrollable.ts';
import { UiSelector } from './ui-selector.ts';

export type { ScrollContext } from './scrollable.ts';

/** A value a method returned: a UiObject (known by its selector), the scrollable, or neither. */
type Outcome = UiSelector | UiScrollable | boolean | number;

interface Method {
  readonly overloads: readonly (readonly ParameterType[])[];
  call(list: UiScrollable, args: readonly unknown[]): Outcome | Promise<Outcome>;
}

const NO_ARGUMENTS: Method['overloads'] = [[]];
const STEPS: Method['overloads'] = [[], ['int']];
const SWIPES: Method['overloads'] = [['int']];
const SWIPES_AND_STEPS: Method['overloads'] = [['int'], ['int', 'int']];
const ROW_AND_TEXT: Method['overloads'] = [
  ['UiSelector', 'String'],
  ['UiSelector', 'String', 'boolean'],
];

const METHODS: Readonly<Record<string, Method>> = {
  setAsVerticalList: {
    overloads: NO_ARGUMENTS,
    call: (list) => {
      list.vertical = true;
      return list;
    },
  },
  setAsHorizontalList: {
    overloads: NO_ARGUMENTS,
    call: (list) => {
      list.vertical = false;
      return list;
    },
  },
  setMaxSearchSwipes: {
    overloads: SWIPES,
    call: (list, [swipes]: [number]) => {
      list.maxSearchSwipes = swipes;
      return list;
    },
  },
  getMaxSearchSwipes: { overloads: NO_ARGUMENTS, call: (list) => list.maxSearchSwipes },
  setSwipeDeadZonePercentage: {
    overloads: [['double']],
    call: (list, [share]: [number]) => {
      list.deadZone = share;
      return list;
    },
  },
  getSwipeDeadZonePercentage: { overloads: NO_ARGUMENTS, call: (list) => list.deadZone },
  scrollIntoView: {
    overloads: [['UiSelector']],
    call: (list, [wanted]: [UiSelector]) => list.scrollIntoView(wanted),
  },
  scrollTextIntoView: {
    overloads: [['String']],
    call: (list, [text]: [string]) => list.scrollIntoView(new UiSelector({ TEXT: text })),
  },
  scrollDescriptionIntoView: {
    overloads: [['String']],
    call: (list, [text]: [string]) => list.scrollIntoView(new UiSelector({ DESCRIPTION: text })),
  },
  scrollForward: {
    overloads: STEPS,
    call: (list, [steps]: [number?]) => list.scroll('forward', steps),
  },
  scrollBackward: {
    overloads: STEPS,
    call: (list, [steps]: [number?]) => list.scroll('backward', steps),
  },
  flingForward: { overloads: NO_ARGUMENTS, call: (list) => list.fling('forward') },
  flingBackward: { overloads: NO_ARGUMENTS, call: (list) => list.fling('backward') },
  scrollToBeginning: {
    overloads: SWIPES_AND_STEPS,
    call: (list, [max, steps]: [number, number?]) => list.scrollToEdge('backward', max, steps),
  },
  scrollToEnd: {
    overloads: SWIPES_AND_STEPS,
    call: (list, [max, steps]: [number, number?]) => list.scrollToEdge('forward', max, steps),
  },
  flingToBeginning: {
    overloads: SWIPES,
    call: (list, [max]: [number]) => list.flingToEdge('backward', max),
  },
  flingToEnd: {
    overloads: SWIPES,
    call: (list, [max]: [number]) => list.flingToEdge('forward', max),
  },
  getChildByInstance: {
    overloads: [['UiSelector', 'int']],
    call: (list, [row, instance]: [UiSelector, number]) => list.childByInstance(row, instance),
  },
  getChildByText: {
    overloads: ROW_AND_TEXT,
    call: (list, [row, text, scroll = true]: [UiSelector, string, boolean?]) =>
      list.childBy(row, new UiSelector({ TEXT: text }), (node) => node.text === text, {
        scroll,
        notFound: `for text= "${text}"`,
      }),
  },
  getChildByDescription: {
    overloads: ROW_AND_TEXT,
    call: (list, [row, text, scroll = true]: [UiSelector, string, boolean?]) =>
      list.childBy(
        row,
        new UiSelector({ CONTAINS_DESCRIPTION: text }),
        (node) => node.contentDescription?.includes(text) ?? false,
        { scroll, notFound: `for description= "${text}"` },
      ),
  },
};

/** Methods that are not run if what they would scroll to is on the screen. */
const SKIPPED_IF_SHOWN = new Set([
  'scrollTextIntoView',
  'scrollDescriptionIntoView',
  'scrollIntoView',
]);

/**
 * Runs `new UiScrollable(…).…` and tells which node it stands for: the last UiObject that a method
 * returned, else the selector that was looked for, else the scrollable itself.
 * @throws UiSelectorSyntaxError | UiObjectNotFoundError
 */
export async function runUiScrollable(
  statement: string,
  context: ScrollContext,
): Promise<UiSelector> {
  const expression = statement.startsWith('new ') ? statement : `new ${statement}`;
  const chain = parseWhole(expression, 'UiScrollable');
  const [container] = coerceArguments(expression, chain.args, ['UiSelector']);
  const scrollable = new UiScrollable(container as UiSelector, context);
  let lastObject: UiSelector | undefined;
  let lookedFor: UiSelector | undefined;
  for (const call of chain.calls) {
    const { method: called, args } = resolve(expression, call);
    lookedFor = selectorAmong(call, args) ?? lookedFor;
    const outcome =
      lookedFor && SKIPPED_IF_SHOWN.has(call.name) && context.objects.find(lookedFor)
        ? lookedFor
        : await called.call(scrollable, args);
    if (outcome instanceof UiSelector) lastObject = outcome;
    else if (outcome instanceof UiScrollable) lastObject = outcome.selector;
  }
  return lastObject ?? lookedFor ?? scrollable.selector;
}

function resolve(expression: string, call: MethodCall): { method: Method; args: unknown[] } {
  const found = METHODS[call.name];
  if (!found) {
    throw new UiSelectorSyntaxError(expression, `UiScrollable has no \`${call.name}\` method`);
  }
  return { method: found, args: coerceCall(expression, 'UiScrollable', call, found.overloads) };
}

function selectorAmong(call: MethodCall, args: readonly unknown[]): UiSelector | undefined {
  const [first] = args;
  if (call.name === 'scrollTextIntoView') return new UiSelector({ TEXT: String(first) });
  if (call.name === 'scrollDescriptionIntoView') {
    return new UiSelector({ DESCRIPTION: String(first) });
  }
  return args.find((argument) => argument instanceof UiSelector);
}

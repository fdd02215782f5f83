import { InvalidArgumentError } from '../errors.ts';
import type { Body } from '../http/body.ts';
import type { ActionItem, ActionSequence } from './model.ts';

const ITEM_TYPES: Readonly<Record<ActionSequence['type'], readonly string[]>> = {
  pointer: ['pointerMove', 'pointerUp', 'pointerDown', 'pointerCancel', 'pause'],
  key: ['keyUp', 'keyDown', 'pause'],
  none: ['pause'],
};
const TYPES = Object.keys(ITEM_TYPES);
const POINTER_TYPES = ['mouse', 'pen', 'touch'];

/**
 * Checks the body of an actions request and takes out what was cancelled
 * (io.appium.uiautomator2.utils.w3c.ActionsPreprocessor).
 * @throws InvalidArgumentError with the real server's message.
 */
export function validateActions(request: Body): ActionSequence[] {
  const sequences = readSequences(request);
  const ids = new Set<string>();
  const pointerTypes = new Set<string>();
  const checked = sequences.map(({ id, type: name, pointerType: pointerName, items }) => {
    if (ids.has(id)) {
      throw new InvalidArgumentError(`The action id '${id}' has one one or more duplicates`);
    }
    ids.add(id);
    const type = checkType(name, id);
    const pointerType = checkPointerType(pointerName, type, id);
    if (pointerType) pointerTypes.add(pointerType);
    return {
      type,
      id,
      ...(pointerType ? { parameters: { pointerType } } : {}),
      actions: withoutCancelled(items, type, id),
    };
  });
  if (pointerTypes.size > 1) {
    throw new InvalidArgumentError(
      'It is only allowed to use one pointer type simultaneously. And you have ' +
        `${pointerTypes.size}: [${[...pointerTypes].join(', ')}]`,
    );
  }
  return checked;
}

/** The models that the real server reads with Gson (io.appium.uiautomator2.model.api.actions). */
function readSequences(request: Body) {
  const body = request.as('W3CActionsModel');
  return body.required('actions', body.objects('actions', 'W3CItemModel')).map((sequence) => {
    const type = sequence.required('type', sequence.string('type'));
    const id = sequence.required('id', sequence.string('id'));
    const pointerType = sequence
      .object('parameters', 'W3CItemParametersModel')
      ?.string('pointerType');
    const items = sequence.required('actions', sequence.objects('actions', 'W3CGestureModel'));
    return { type, id, pointerType, items: items.map(readItem) };
  });
}

function readItem(item: Body): ActionItem {
  return {
    type: item.required('type', item.string('type')),
    duration: item.integer('duration', 'long'),
    origin: item.fields['origin'],
    x: item.number('x'),
    y: item.number('y'),
    button: item.integer('button'),
    value: item.string('value'),
  };
}

function checkType(type: string, id: string): ActionSequence['type'] {
  if (type === 'pointer' || type === 'key' || type === 'none') return type;
  throw new InvalidArgumentError(
    `Only [${TYPES.join(', ')}] values are supported for type key. ` +
      `'${type}' is passed instead for action '${id}'`,
  );
}

function checkPointerType(
  pointerType: string | undefined,
  type: string,
  id: string,
): 'mouse' | 'pen' | 'touch' | undefined {
  if (pointerType === undefined) return undefined;
  if (pointerType !== 'mouse' && pointerType !== 'pen' && pointerType !== 'touch') {
    throw new InvalidArgumentError(
      `Only [${POINTER_TYPES.join(', ')}] values are supported for pointerType key. ` +
        `'${pointerType}' is passed instead for action '${id}'`,
    );
  }
  if (type !== 'pointer') {
    throw new InvalidArgumentError(
      "pointerType parameter is only supported for action type 'pointer' in " + `'${id}' action`,
    );
  }
  return pointerType;
}

/**
 * A `pointerCancel` takes back the item before it, and several in a row no more than that one. Read
 * from the end, as the last wrong item is the one that is told of.
 */
function withoutCancelled(
  items: readonly ActionItem[],
  type: ActionSequence['type'],
  id: string,
): ActionItem[] {
  const kept: ActionItem[] = [];
  let isCancelled = false;
  for (const item of [...items].reverse()) {
    if (!ITEM_TYPES[type].includes(item.type)) {
      throw new InvalidArgumentError(
        `Only [${ITEM_TYPES[type].join(', ')}] item type values are supported for action type ` +
          `'${type}'. '${item.type}' is passed instead for action '${id}'`,
      );
    }
    if (item.type !== 'pointerCancel' && !isCancelled) kept.push(item);
    isCancelled = item.type === 'pointerCancel';
  }
  return kept.reverse();
}

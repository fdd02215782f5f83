import { IllegalArgumentError, InvalidArgumentError } from '../errors.ts';
import type { ActionItem, ActionSequence } from './model.ts';

const ITEM_TYPES: Readonly<Record<ActionSequence['type'], readonly string[]>> = {
  pointer: ['pointerMove', 'pointerUp', 'pointerDown', 'pointerCancel', 'pause'],
  key: ['keyUp', 'keyDown', 'pause'],
  none: ['pause'],
};
const TYPES = Object.keys(ITEM_TYPES);
const POINTER_TYPES = ['mouse', 'pen', 'touch'];
const LONG_RANGE = 2 ** 63;

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function required(model: string, fields: Fields, name: string): void {
  if (fields[name] !== undefined && fields[name] !== null) return;
  throw new IllegalArgumentError(`${model}: The mandatory field '${name}' is not present in JSON`);
}

/** As Gson reads a java.lang.Long. */
function checkLong(value: unknown): void {
  if (typeof value !== 'number') return;
  if (Number.isInteger(value) && Math.abs(value) < LONG_RANGE) return;
  throw new InvalidArgumentError(
    `com.google.gson.JsonSyntaxException: java.lang.NumberFormatException: Expected a long but was ${value}`,
  );
}

/**
 * Checks the body of an actions request and takes out what was cancelled
 * (io.appium.uiautomator2.utils.w3c.ActionsPreprocessor).
 * @throws InvalidArgumentError with the real server's message.
 */
export function validateActions(body: Fields): ActionSequence[] {
  required('W3CActionsModel', body, 'actions');
  const ids = new Set<string>();
  const pointerTypes = new Set<string>();
  const sequences = list(body['actions']).map((fields) => {
    for (const name of ['type', 'id', 'actions']) required('W3CItemModel', fields, name);
    const id = String(fields['id']);
    if (ids.has(id)) {
      throw new InvalidArgumentError(`The action id '${id}' has one one or more duplicates`);
    }
    ids.add(id);
    const type = checkType(String(fields['type']), id);
    const pointerType = checkPointerType(fields['parameters'], type, id);
    if (pointerType) pointerTypes.add(pointerType);
    const items = list(fields['actions']);
    for (const item of items) {
      required('W3CGestureModel', item, 'type');
      checkLong(item['duration']);
    }
    return {
      type,
      id,
      ...(pointerType ? { parameters: { pointerType } } : {}),
      actions: withoutCancelled(items as unknown as readonly ActionItem[], type, id),
    };
  });
  if (pointerTypes.size > 1) {
    throw new InvalidArgumentError(
      'It is only allowed to use one pointer type simultaneously. And you have ' +
        `${pointerTypes.size}: [${[...pointerTypes].join(', ')}]`,
    );
  }
  return sequences;
}

function checkType(type: string, id: string): ActionSequence['type'] {
  if (type === 'pointer' || type === 'key' || type === 'none') return type;
  throw new InvalidArgumentError(
    `Only [${TYPES.join(', ')}] values are supported for type key. ` +
      `'${type}' is passed instead for action '${id}'`,
  );
}

function checkPointerType(
  parameters: unknown,
  type: string,
  id: string,
): 'mouse' | 'pen' | 'touch' | undefined {
  const pointerType = isFields(parameters) ? parameters['pointerType'] : undefined;
  if (pointerType === undefined || pointerType === null) return undefined;
  if (pointerType !== 'mouse' && pointerType !== 'pen' && pointerType !== 'touch') {
    throw new InvalidArgumentError(
      `Only [${POINTER_TYPES.join(', ')}] values are supported for pointerType key. ` +
        `'${JSON.stringify(pointerType)}' is passed instead for action '${id}'`,
    );
  }
  if (type !== 'pointer') {
    throw new InvalidArgumentError(
      "pointerType parameter is only supported for action type 'pointer' in " + `'${id}' action`,
    );
  }
  return pointerType;
}

/** A `pointerCancel` takes back the item before it. */
function withoutCancelled(
  items: readonly ActionItem[],
  type: ActionSequence['type'],
  id: string,
): ActionItem[] {
  const kept: ActionItem[] = [];
  for (const item of items) {
    if (!ITEM_TYPES[type].includes(item.type)) {
      throw new InvalidArgumentError(
        `Only [${ITEM_TYPES[type].join(', ')}] item type values are supported for action type ` +
          `'${type}'. '${item.type}' is passed instead for action '${id}'`,
      );
    }
    if (item.type === 'pointerCancel') kept.pop();
    else kept.push(item);
  }
  return kept;
}

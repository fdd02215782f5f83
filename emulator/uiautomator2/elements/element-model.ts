import { NoSuchAttributeError } from '../errors.ts';
import type { ServerSettings } from '../settings.ts';
import { type ContentSizes, readAttribute } from './attributes.ts';
import type { LiveElement } from './found-element.ts';

const W3C_ELEMENT_KEY = 'element-6066-11e4-a52e-4f735466cecf';
const ATTRIBUTE_PREFIX = 'attribute/';

/** An element as answers hold it: its id and, unless responses are compact, some attributes. */
export async function toModel(
  element: LiveElement,
  settings: ServerSettings,
  contentSizes: ContentSizes,
): Promise<Record<string, unknown>> {
  const model: Record<string, unknown> = { ELEMENT: element.id, [W3C_ELEMENT_KEY]: element.id };
  if (settings.get('shouldUseCompactResponses')) return model;
  for (const field of settings.get('elementResponseAttributes').split(',')) {
    const value = await fieldOf(field, element, contentSizes);
    if (value !== undefined) model[field] = value;
  }
  return model;
}

/** `undefined` for a field that does not exist. */
async function fieldOf(
  field: string,
  element: LiveElement,
  contentSizes: ContentSizes,
): Promise<unknown> {
  switch (field) {
    case 'name':
      return element.node.contentDescription;
    case 'text':
      return element.text;
    case 'rect':
      return toRect(element.node.bounds);
    case 'enabled':
    case 'displayed':
    case 'selected':
      return readAttribute(element, field, contentSizes);
    default:
      if (!field.startsWith(ATTRIBUTE_PREFIX)) return undefined;
      return knownAttribute(field.slice(ATTRIBUTE_PREFIX.length), element, contentSizes);
  }
}

async function knownAttribute(name: string, element: LiveElement, contentSizes: ContentSizes) {
  try {
    return await readAttribute(element, name, contentSizes);
  } catch (error) {
    if (error instanceof NoSuchAttributeError) return undefined;
    throw error;
  }
}

/** W3C rectangle of bounds. */
export function toRect(bounds: LiveElement['node']['bounds']) {
  const { left, top, right, bottom } = bounds;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

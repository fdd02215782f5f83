import type { Masker } from '../../config/masker.ts';
import { strings } from '../../pageobjects/strings/table.ts';
import { parseBounds, SECRET_ID, TEXT_FIELD, type Region } from '../evidence/sensitive.ts';

/** A page source that may be handed on. */
export interface MaskedSource {
  readonly source: string;
  /** Where on the screen something was masked. */
  readonly regions: readonly Region[];
}

/** No digits, and nothing that XML would escape. */
const MASKED = '[masked]';
const TAG = /<(?:[^"'<>]|"[^"]*"|'[^']*')*>/g;
const ATTRIBUTE = /([\w-]+)=(?:"([^"]*)"|'([^']*)')/g;
const TEXTS = new Set(['text', 'content-desc', 'hint']);
/** Apps of which every text may be somebody's. */
const PRIVATE_APP =
  /^com\.(?:android\.(?:systemui|mms|messaging|contacts|incallui|dialer)|miui\.(?:notes|gallery|home))$/;
/** At the end of a row in Settings: names of phone, network and account. */
const ROW_VALUE = /:id\/(?:text_right|value_right|account_name|device_name)$/;
const ROW_TITLE = /:id\/title$/;
/** Four digits or more, in groups or not; an entity such as `&#10;` is none. */
const DIGITS = /(?<!&#)\p{Nd}(?:[\s.()-]{0,2}\p{Nd}){3,}/gu;
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const KNOWN = new Set(Object.values(strings).flat());

interface Node {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * Takes out of a page source what is of the person or the account: numbers, codes, ids, addresses, names
 * where they are known to stand, all that was typed, and every text of apps that are somebody's own.
 * @param masker knows what else is secret.
 */
export function maskSource(source: string, masker: Pick<Masker, 'mask'>): MaskedSource {
  const nodes = [...source.matchAll(TAG)].map(([tag]) => nodeOf(tag));
  const names = accountNames(nodes);
  const regions: Region[] = [];
  let index = 0;
  const masked = source.replace(TAG, () => {
    const node = nodes[index];
    index += 1;
    if (node === undefined) return '';
    const isSecret = isOfSomebody(node) || names.has(node);
    const tag = node.tag.replace(ATTRIBUTE, (written, name: string) => {
      const value = node.attributes.get(name) ?? '';
      if (!TEXTS.has(name) || value === '') return written;
      const text = isSecret && !KNOWN.has(value) ? MASKED : maskText(value, masker);
      return `${name}="${text}"`;
    });
    const region = parseBounds(node.attributes.get('bounds') ?? '');
    if ((isSecret || tag !== node.tag) && region !== undefined) regions.push(region);
    return tag;
  });
  return { source: masked, regions };
}

function maskText(text: string, masker: Pick<Masker, 'mask'>): string {
  return masker.mask(text).replace(ADDRESS, MASKED).replace(DIGITS, MASKED);
}

function nodeOf(tag: string): Node {
  const attributes = [...tag.matchAll(ATTRIBUTE)].map(
    ([, name = '', double, single]) => [name, double ?? single ?? ''] as const,
  );
  return { tag, attributes: new Map(attributes) };
}

function isOfSomebody({ tag, attributes }: Node): boolean {
  const className = attributes.get('class') ?? /^<([\w.$]+)/.exec(tag)?.[1] ?? '';
  const id = attributes.get('resource-id') ?? '';
  return (
    TEXT_FIELD.test(className) ||
    SECRET_ID.test(id) ||
    ROW_VALUE.test(id) ||
    PRIVATE_APP.test(attributes.get('package') ?? '')
  );
}

/** On phones for China the account's name is the title above the summary that a signed-in row has. */
function accountNames(nodes: readonly Node[]): Set<Node> {
  const names = new Set<Node>();
  nodes.forEach(({ attributes }, index) => {
    if (!strings.accountRowSignedIn.includes(attributes.get('text') ?? '')) return;
    const title = nodes
      .slice(0, index)
      .findLast((node) => ROW_TITLE.test(node.attributes.get('resource-id') ?? ''));
    if (title !== undefined) names.add(title);
  });
  return names;
}

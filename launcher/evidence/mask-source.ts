import type { Masker } from '../../config/masker.ts';
import { strings } from '../../pageobjects/strings/table.ts';
import { isOfSomebody, namesOfAccounts } from './private.ts';
import { parseBounds, type Region } from './sensitive.ts';

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
/** Four digits or more, in groups or not; an entity such as `&#10;` is none. */
const DIGITS = /(?<!&#)\p{Nd}(?:[\s.()-]{0,2}\p{Nd}){3,}/gu;
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const KNOWN = new Set(Object.values(strings).flat());

interface Node {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Takes out of a page source what is of the person or the account: numbers, codes, ids, addresses, names
 * where they are known to stand, all that was typed, and every text of apps that are somebody's own.
 * @param masker knows what else is secret.
 */
export function maskSource(source: string, masker: Pick<Masker, 'mask'>): MaskedSource {
  const nodes = [...source.matchAll(TAG)].map(([tag]) => nodeOf(tag));
  const names = namesOfAccounts(nodes, ({ attributes }) => attributes);
  const regions: Region[] = [];
  let index = 0;
  const masked = source.replace(TAG, () => {
    const node = nodes[index];
    index += 1;
    if (node === undefined) return '';
    const isSecret = isOfSomebody(classOf(node), node.attributes) || names.has(node);
    const tag = node.tag.replace(ATTRIBUTE, (written, name: string) => {
      const value = node.attributes[name] ?? '';
      if (!TEXTS.has(name) || value === '') return written;
      const text = isSecret && !KNOWN.has(value) ? MASKED : maskText(value, masker);
      return `${name}="${text}"`;
    });
    const region = parseBounds(node.attributes['bounds'] ?? '');
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
  return { tag, attributes: Object.fromEntries(attributes) };
}

/** The server names an element by its class; `uiautomator dump` has it among the attributes. */
function classOf({ tag, attributes }: Node): string {
  return attributes['class'] ?? /^<([\w.$]+)/.exec(tag)?.[1] ?? '';
}

import type { SnapshotElement } from './snapshot.ts';

const DEFAULT_NODE_NAME = 'android.view.View';
const NAME_START =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{F8}-\\u{2FF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}' +
  '\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{10FFFF}';
const NOT_NAME_START = new RegExp(`^[^${NAME_START}]+`, 'u');
const NOT_NAME = new RegExp(
  `[^\\u{300}-\\u{36F}\\u{203F}-\\u{2040}\\-.0-9\\u{B7}${NAME_START}]`,
  'gu',
);

/** Names of elements, each worked out once. */
export class NodeNames {
  readonly #normalize: boolean;
  readonly #names = new Map<string, string>();

  /** @param normalize the setting `normalizeTagNames`: nothing but ASCII. */
  constructor(normalize: boolean) {
    this.#normalize = normalize;
  }

  of(className: string): string {
    let name = this.#names.get(className);
    if (name === undefined) {
      name = toNodeName(className, this.#normalize);
      this.#names.set(className, name);
    }
    return name;
  }
}

/** The name of a class as the name of an XML element. */
function toNodeName(className: string, normalize: boolean): string {
  let name = className
    .replace(/[$@#&]/g, '.')
    .replace(/\.+/g, '.')
    .replace(/^\.|\.$/g, '');
  if (normalize) {
    name = name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9\-._]/g, '_');
  }
  return name.replace(NOT_NAME_START, '').replace(NOT_NAME, '_').trim() || DEFAULT_NODE_NAME;
}

/**
 * The page source as Android's serializer (KXmlSerializer with indent-output) writes it: CRLF,
 * two spaces, the apostrophe as quote around values that hold a double quote.
 */
export function toXml(root: SnapshotElement, normalizeTagNames: boolean): string {
  const names = new NodeNames(normalizeTagNames);
  return `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>${write(root, '\r\n', names)}`;
}

/** @param lineStart a line's end and the indentation of what follows. */
function write(element: SnapshotElement, lineStart: string, nodeNames: NodeNames): string {
  const nodeName = nodeNames.of(element.className);
  let text = `${lineStart}<${nodeName}`;
  const { names } = element.attributes;
  for (let i = 0; i < names.length; i += 1) {
    const value = element.attributes.valueAt(i);
    if (value === null) continue;
    if (!NEEDS_ESCAPE.test(value)) {
      text += ` ${names[i]}="${value}"`;
      continue;
    }
    const quote = value.includes('"') ? "'" : '"';
    text += ` ${names[i]}=${quote}${escapeValue(value, quote)}${quote}`;
  }
  if (element.children.length === 0) return `${text} />`;
  text += '>';
  for (const child of element.children) text += write(child, `${lineStart}  `, nodeNames);
  return `${text}${lineStart}</${nodeName}>`;
}

const NEEDS_ESCAPE = /[\n\r\t&<>"'\u{10000}-\u{10FFFF}]/u;

function escapeValue(value: string, quote: string): string {
  return value.replace(/[\n\r\t&<>"'\u{10000}-\u{10FFFF}]/gu, (character) => {
    switch (character) {
      case '&':
        return '&amp;';
      case '<':
        return '&lt;';
      case '>':
        return '&gt;';
      case '"':
      case "'":
        if (character !== quote) return character;
        return character === '"' ? '&quot;' : '&apos;';
      default:
        return `&#${character.codePointAt(0)};`;
    }
  });
}

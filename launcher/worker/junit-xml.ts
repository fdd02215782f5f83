import { parseXmlDocument, serializeToWellFormedString, type Element } from 'slimdom';

/** Of which phone the results are. */
export interface JunitPhone {
  /** What reports call it; no two phones of a run have the same. */
  readonly name: string;
  readonly serial: string;
  readonly model: string;
  /** Xiaomi's system and Android's version. */
  readonly system: string;
  /** BCP 47; absent where none was asked for. */
  readonly language?: string | undefined;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** `file://./specs/sign-up.spec.ts`: the reporter takes a file's URL for a path. */
const FILE_URL = /^file:\/\/\.\//;

/**
 * Completes what the reporter writes with what test reporters of CI systems look for: a suite for each spec
 * on each phone, named so; the path of the spec on suites and cases; the phone's properties; the type of
 * an error beside its first line, and the rest of it as text.
 * Format: https://github.com/testmoapp/junitxml collects what the systems read.
 * @param phone absent of a worker that did not come to know its own.
 */
export function completeJunit(xml: string, phone: JunitPhone | undefined): string {
  const document = parseXmlDocument(xml);
  for (const suite of document.getElementsByTagName('testsuite')) completeSuite(suite, phone);
  for (const failure of document.getElementsByTagName('failure')) completeFailure(failure);
  return `${DECLARATION}${serializeToWellFormedString(document)}`;
}

function completeSuite(suite: Element, phone: JunitPhone | undefined): void {
  const title = suite.getAttribute('name') ?? '';
  const file = pathOf(propertyOf(suite, 'file')?.getAttribute('value') ?? '');
  propertyOf(suite, 'file')?.setAttribute('value', file);
  if (file !== '') suite.setAttribute('file', file);
  const of = phone === undefined ? [] : [phone.name];
  suite.setAttribute('name', [...of, file === '' ? 'no session' : file].join(': '));
  if (phone !== undefined) addProperties(suite, phone);
  for (const testCase of suite.getElementsByTagName('testcase')) {
    if (file !== '') testCase.setAttribute('file', file);
    // Of a worker that had no session the reporter knows neither.
    if (testCase.getAttribute('name') === '') testCase.setAttribute('name', 'no session');
    if (testCase.getAttribute('classname') === '') {
      testCase.setAttribute('classname', [...of, title].filter((text) => text !== '').join('.'));
    }
  }
}

function propertyOf(suite: Element, name: string): Element | undefined {
  return suite
    .getElementsByTagName('property')
    .find((property) => property.getAttribute('name') === name);
}

function addProperties(suite: Element, { name, ...phone }: JunitPhone): void {
  const document = suite.ownerDocument;
  const [known] = suite.getElementsByTagName('properties');
  const properties = known ?? document?.createElement('properties');
  if (document === null || properties === undefined) return;
  if (known === undefined) suite.insertBefore(properties, suite.firstChild);
  for (const [key, value] of Object.entries<string | undefined>({
    phone: name,
    ...phone,
  })) {
    if (value === undefined) continue;
    const property = document.createElement('property');
    property.setAttribute('name', key);
    property.setAttribute('value', value);
    properties.appendChild(property);
  }
}

function completeFailure(failure: Element): void {
  const message = failure.getAttribute('message') ?? '';
  const [summary = ''] = message.split('\n');
  // The stack begins with the type and the message.
  const [stack] = failure.parentElement?.getElementsByTagName('system-err') ?? [];
  const [, type = 'Error'] = /^\s*(\w+)(?::|$)/m.exec(stack?.textContent ?? '') ?? [];
  failure.setAttribute('type', type);
  failure.setAttribute('message', summary);
  failure.textContent = message;
}

function pathOf(file: string): string {
  return file.replace(FILE_URL, '').replace(/^\.\//, '');
}

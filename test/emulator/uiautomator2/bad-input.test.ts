import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { type Answer, type ErrorValue, FakePhone } from './fake-phone.ts';
import { REAL_ROUTES } from './real-routes.ts';

/** W3C error code → status (https://www.w3.org/TR/webdriver2/#errors), as far as the server uses them. */
const STATUS: Readonly<Record<string, number>> = {
  'invalid argument': 400,
  'invalid element state': 400,
  'invalid selector': 400,
  'invalid session id': 404,
  'no such alert': 404,
  'no such element': 404,
  'stale element reference': 404,
  'unknown command': 404,
  'session not created': 500,
  'unable to capture screen': 500,
  'unknown error': 500,
};

const STRATEGIES = [
  'id',
  'xpath',
  'accessibility id',
  'class name',
  '-android uiautomator',
  'css selector',
];

/** Text that is nearly a UiSelector or an XPath. */
const selectors = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        ...['new UiSelector()', 'new UiScrollable(', '.text(', '"', '\\', ')', '.childSelector('],
        ...['.instance(', '-1', '99999999999', '.textMatches("', '(', '[', '*', '{', 'true', ';'],
        ...['//', '*', '[@text=', "'", ']', 'position()', ' and ', '::', '@', '/..', '..', ','],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>;

/** Fields that routes read, so that the values get past the first check. */
const bodies = fc.oneof(
  json,
  fc.dictionary(
    fc.constantFrom(
      ...['strategy', 'selector', 'context', 'text', 'replace', 'keycode', 'metastate', 'actions'],
      ...['settings', 'capabilities', 'origin', 'area', 'direction', 'percent', 'speed', 'offset'],
      ...['params', 'locator', 'end', 'start', 'z', 'orientation', 'content', 'contentType'],
      ...['name', 'steps', 'times', 'intervalMs', 'type', 'filters', 'buttonLabel'],
    ),
    json,
  ),
);

/** Routes whose handlers never look at the body. */
const BODILESS = [
  'POST …/back',
  'POST …/element/:id/clear',
  'POST …/element/:id/click',
  'POST …/appium/device/open_notifications',
  'POST …/appium/element/:id/scroll_to/:id2',
  'POST …/appium/list_displays',
  'POST …/appium/reset_ax_cache',
];
const POSTS = REAL_ROUTES.filter((route) => route.startsWith('POST …'));
/** They look at the element first. */
const VALUE = 'POST …/element/:id/value';
const ALERTS = /\/alert\//;

/** The answer is a value, or an error as W3C WebDriver has it. */
function assertProper({ status, value }: Answer): void {
  if (status === 200) return;
  const { error, message, stacktrace } = value as ErrorValue;
  assert.equal(status, STATUS[error], `${error} has the status ${status}`);
  assert.equal(typeof message, 'string');
  assert.match(stacktrace, /^[\w.$]+: /);
}

describe('UiAutomator2 server: bad input', () => {
  let phone: FakePhone;

  before(async () => {
    phone = new FakePhone();
    phone.ui.show({
      children: [
        { id: 'a:id/list', scrollRangePx: 100, bounds: [0, 0, 720, 800], text: 'list' },
        { id: 'a:id/field', editable: true, focused: true, bounds: [0, 800, 720, 900] },
      ],
    });
    await phone.startSession();
    await phone.set({ waitForSelectorTimeout: 0 });
  });
  after(() => phone.stop());

  const isAlive = async () => assert.equal((await phone.send('GET', '/status')).status, 200);

  it('in selectors is answered with an error, or nothing found', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...STRATEGIES), selectors, async (strategy, selector) => {
        assertProper(await phone.post('/element', { strategy, selector, context: '' }));
        assertProper(await phone.post('/elements', { strategy, selector, context: '' }));
      }),
      { numRuns: 300 },
    );
    await isAlive();
  });

  it('in bodies is answered with an error on every route', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...POSTS), bodies, async (route, body) => {
        const path = route.replace('POST …', '').replace(/:\w+/g, 'none');
        assertProper(await phone.post(path, body));
      }),
      { numRuns: 600 },
    );
    await isAlive();
  });

  it('that is no JSON is an invalid argument on every route that reads a body', async () => {
    const readers = POSTS.filter(
      (route) => !BODILESS.includes(route) && route !== VALUE && !ALERTS.test(route),
    );
    const isNoJson = (text: string) => {
      try {
        JSON.parse(text);
        return false;
      } catch {
        return text.trim() !== '';
      }
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...readers),
        fc.string().filter(isNoJson),
        async (route, text) => {
          const path = route.replace('POST …', '').replace(/:\w+/g, 'none');
          const { status, value } = await phone.post(path, text);
          assert.deepEqual([status, (value as ErrorValue).error], [400, 'invalid argument']);
        },
      ),
    );
    await isAlive();
  });

  it('in a body that nobody reads does not matter', async () => {
    assert.equal((await phone.post('/appium/reset_ax_cache', '{"no json')).status, 200);
  });

  it('in the ids of elements is answered with no such element', async () => {
    const routes = REAL_ROUTES.filter((route) => route.includes('/element/:id/'));
    const ids = fc.string({ minLength: 1 }).map(encodeURIComponent);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes), ids, async (route, id) => {
        const [method = '', path = ''] = route.replace(/:\w+/g, id).split(' ');
        const whole = path.replace('…', `/session/${phone.sessionId}`);
        const answer = await phone.send(
          method,
          whole,
          method === 'POST' ? { text: 'x' } : undefined,
        );
        assertProper(answer);
        assert.equal((answer.value as ErrorValue).error, 'no such element');
      }),
    );
    await isAlive();
  });

  it('in the ids of sessions is answered with invalid session id', async () => {
    const routes = REAL_ROUTES.filter(
      (route) => route.includes('…') && !route.endsWith('/appium/device/apps'),
    );
    const ids = fc.string({ minLength: 1 }).map(encodeURIComponent);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes), ids, async (route, id) => {
        const [method = '', path = ''] = route.replace(/:\w+/g, 'x').split(' ');
        const body = method === 'POST' ? {} : undefined;
        const answer = await phone.send(method, path.replace('…', `/session/${id}`), body);
        assert.equal((answer.value as ErrorValue).error, 'invalid session id');
        assertProper(answer);
      }),
    );
    await isAlive();
  });

  it('in paths is answered with unknown command', async () => {
    const segments = fc.array(fc.string({ minLength: 1 }).map(encodeURIComponent), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(segments, async (path) => {
        const answer = await phone.send('GET', `/nowhere/${path.join('/')}`);
        assert.deepEqual(
          [answer.status, (answer.value as ErrorValue).error],
          [404, 'unknown command'],
        );
      }),
    );
  });

  it('in settings is kept, skipped or refused', async () => {
    const before = (await phone.get('/appium/settings')).value as object;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(before)), json, async (name, value) => {
        assertProper(await phone.set({ [name]: value }));
        const after = (await phone.get('/appium/settings')).value as Record<string, unknown>;
        assert.equal(typeof after[name], typeof (before as Record<string, unknown>)[name]);
      }),
    );
    await phone.set(before as Record<string, unknown>);
  });
});

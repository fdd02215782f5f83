import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { ViewedPhone } from './viewed-phone.ts';

const HEAD = '--frame\r\nContent-Type: image/jpeg\r\n\r\n';

describe("the server of the phone's page", () => {
  const phone = new ViewedPhone();
  before(() => phone.start());
  after(() => phone.stop());

  /** Asks with any headers, which `fetch` would not send. */
  const ask = (
    path: string,
    headers: Readonly<Record<string, string>> = {},
    { method = 'GET', body = '' } = {},
  ): Promise<number | undefined> => {
    const url = new URL(path, phone.url);
    return new Promise((resolve, reject) => {
      request(url, { method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .once('error', reject)
        .end(body);
    });
  };
  const input = (body: string, origin = new URL(phone.url).origin) =>
    ask('input', { origin }, { method: 'POST', body });

  it('answers at the address with its token', async () => {
    assert.equal(await ask(''), 200);
  });

  it('answers nobody with another token', async () => {
    assert.equal(await ask(`/${'0'.repeat(32)}/`), 404);
  });

  it('answers nobody who calls it by another name', async () => {
    assert.equal(await ask('', { host: 'phone.example' }), 403);
  });

  it('takes no input from another page', async () => {
    assert.equal(await input('[]', 'http://phone.example'), 403);
  });

  it('takes no input that does not say which page it is from', async () => {
    assert.equal(await ask('input', {}, { method: 'POST', body: '[]' }), 403);
  });

  it('lets no page but its own be shown, and none show it', async () => {
    const response = await fetch(phone.url);
    await response.text();
    assert.match(
      response.headers.get('content-security-policy') ?? '',
      /^default-src 'none'; .*frame-ancestors 'none'/,
    );
  });

  it('refuses whatever is no input, and goes on', async () => {
    const part = fc.record(
      { touch: fc.jsonValue(), x: fc.jsonValue(), y: fc.jsonValue(), key: fc.jsonValue() },
      { requiredKeys: [] },
    );
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc.array(part).map((list) => JSON.stringify(list)),
    );
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        assert.ok([204, 400].includes((await input(text)) ?? 0));
      }),
      { numRuns: 50 },
    );
    assert.deepEqual(phone.logged, []);
  });

  it('sends a picture for each change, and none for what stays', async () => {
    const leave = new AbortController();
    const response = await fetch(new URL('screen', phone.url), { signal: leave.signal });
    const parts = pictures(response);
    await parts.next();
    phone.system.power.sleep();
    const dark = await parts.next();
    leave.abort();
    phone.system.power.wake();
    assert.ok(dark.value && (await brightness(dark.value)) < 1);
  });

  it('shows a turned screen turned', async () => {
    phone.open('com.android.settings/.MiuiSettings');
    assert.equal(await input('[{"turn":true}]'), 204);
    const { width, height } = await loadImage(await phone.system.windows.look('png'));
    await input('[{"turn":true}]');
    assert.deepEqual([width, height], [1600, 720]);
  });

  it('shows a secure page, which no screenshot does', async () => {
    phone.open('com.xiaomi.account/.ui.AccountSettingsActivity');
    await phone.until(() => phone.system.windows.secureShown, 'a secure page');
    const seen = await phone.system.windows.look('png');
    const taken = await phone.system.windows.screenshot('png');
    assert.ok((await brightness(seen)) > 100);
    assert.ok((await brightness(taken)) < 50);
  });
});

/** The pictures of a stream, one by one. */
async function* pictures(response: Response): AsyncGenerator<Buffer, undefined> {
  assert.ok(response.body);
  let text = '';
  for await (const chunk of response.body) {
    text += Buffer.from(chunk as Uint8Array).toString('latin1');
    for (;;) {
      const [, picture, ...rest] = text.split(HEAD);
      if (picture === undefined || rest.length === 0) break;
      text = HEAD + rest.join(HEAD);
      yield Buffer.from(picture.slice(0, -2), 'latin1');
    }
  }
  return undefined;
}

/** Of a picture's middle, 0 to 255. */
async function brightness(picture: Buffer): Promise<number> {
  const context = createCanvas(1, 1).getContext('2d');
  context.drawImage(await loadImage(picture), 0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return (red + green + blue) / 3;
}

import { request } from 'node:http';

export interface Answered {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** One request with exactly these headers; fetch sets some of its own and refuses others. */
export function ask(
  url: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

/** The messages of a stream of server-sent events, as they come. */
export async function* eventsOf<T>(url: string, signal: AbortSignal): AsyncGenerator<T> {
  const response = await fetch(url, { signal });
  let text = '';
  for await (const piece of response.body ?? []) {
    text += Buffer.from(piece as Uint8Array).toString('utf8');
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data !== undefined) yield JSON.parse(data) as T;
    }
  }
}

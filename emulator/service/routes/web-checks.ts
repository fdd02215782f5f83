import { readBody, requireNumber, type ServiceApp, type ServiceContext } from '../context.ts';
import { HOLD_MS } from '../web-checks.ts';
import { weather } from '../weather.ts';

/**
 * `POST /v1/web-checks {callingCode?, number?}`: a new check, 201 `{id, page, holdMs}`, `page` being
 * the path of its page; the number is for the counts only.
 * `GET /v1/web-checks/:id`: the page, for a browser; the phone's WebView draws its own.
 * `POST /v1/web-checks/:id/answers {heldMs}`: how long the button was held; 204 if long enough.
 */
export function webCheckRoutes(app: ServiceApp, context: ServiceContext): void {
  app.post('/v1/web-checks', weather(context, 'web-checks'), (c) => {
    const check = context.webChecks.create();
    const number = c.get('number');
    if (number) context.submissions.remember(check.id, number);
    return c.json({ ...check, page: `/v1/web-checks/${check.id}` }, 201);
  });

  app.get('/v1/web-checks/:id', weather(context, 'web-checks'), (c) => {
    context.webChecks.assertValid(c.req.param('id'), c.get('receivedAtMs'));
    return c.html(PAGE);
  });

  app.post('/v1/web-checks/:id/answers', weather(context, 'web-check-answers'), async (c) => {
    const heldMs = requireNumber(await readBody(c), 'heldMs');
    context.webChecks.answer(c.req.param('id'), heldMs, c.get('receivedAtMs'));
    return c.body(null, 204);
  });
}

const PAGE = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Security check</title>
<style>
body { font-family: sans-serif; text-align: center; margin: 3em 1em }
button { border: 0; border-radius: 2em; padding: 1.2em 3em; color: #fff; background: #ff6900;
  touch-action: none; user-select: none }
</style>
</head>
<body>
<h1>Security check</h1>
<p id="say">Press the button and hold it until it says that you are done.</p>
<button id="hold">Press and hold</button>
<script>
let sinceMs;
const button = document.getElementById('hold');
button.addEventListener('pointerdown', () => {
  sinceMs = performance.now();
  setTimeout(() => sinceMs && (button.textContent = 'Let go'), ${HOLD_MS});
});
addEventListener('pointerup', async () => {
  if (!sinceMs) return;
  const heldMs = performance.now() - sinceMs;
  sinceMs = undefined;
  const answer = await fetch(location.pathname + '/answers', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ heldMs }),
  });
  button.textContent = answer.ok ? 'Done' : 'Press and hold';
  document.getElementById('say').textContent = answer.ok ? 'Thank you.' : 'Hold it a little longer.';
});
</script>
</body>
</html>
`;

import { readBody, requireString, type ServiceApp, type ServiceContext } from '../context.ts';
import { weather } from '../weather.ts';

/**
 * `POST /v1/pictures {callingCode?, number?}`: a new picture, `{id, length, svg}`; the number is for
 * the counts only.
 * `POST /v1/pictures/:id/answers {text}`: what the person read in it; 204 if right.
 */
export function pictureRoutes(app: ServiceApp, context: ServiceContext): void {
  app.post('/v1/pictures', weather(context, 'pictures'), (c) => {
    const picture = context.pictureCodes.create(context.settings.pictureDifficulty);
    const number = c.get('number');
    if (number) context.submissions.remember(picture.id, number);
    return c.json(picture, 201);
  });

  app.post('/v1/pictures/:id/answers', weather(context, 'picture-answers'), async (c) => {
    const body = await readBody(c);
    const text = requireString(body, 'text');
    context.pictureCodes.answer(c.req.param('id'), text, c.get('receivedAtMs'));
    return c.body(null, 204);
  });
}

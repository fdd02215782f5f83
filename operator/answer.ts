import type { Handler } from 'hono';
import { z } from 'zod';
import type { Questions } from './questions.ts';

const Answer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    // Longer than any picture code; what cannot be typed on a phone is no answer.
    text: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .regex(/^\P{Cc}*$/u),
  }),
  z.strictObject({ kind: z.literal('new-picture') }),
  z.strictObject({ kind: z.literal('typed-on-phone') }),
]);

/** Takes a person's answer from the page; the first one counts, wherever it comes from. */
export function answerHandler(questions: Questions): Handler {
  return async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const answer = Answer.safeParse(body);
    if (!answer.success) {
      return c.json({ message: 'Type the text of the picture: 1 to 40 characters.' }, 400);
    }
    const isTaken = questions.answer(c.req.param('id') ?? '', answer.data, 'page');
    if (isTaken) return c.json({ message: 'Taken.' });
    return c.json(
      { message: 'Too late: it was answered elsewhere, or the phone has moved on.' },
      409,
    );
  };
}

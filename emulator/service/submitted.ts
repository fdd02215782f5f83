import type { Context } from 'hono';
import { bearerToken, type ServiceContext, type ServiceEnv } from './context.ts';
import { ServiceError } from './errors.ts';
import { isPhoneNumber, toE164 } from './phone-number.ts';
import type { ArrivedSubmission } from './submissions.ts';

/** Members of a body that name something of the service's. */
const ID_MEMBERS = ['ticket', 'pictureId', 'webCheckId'];

/**
 * What a request submits, and whom it is about, as far as it says so; whether it is a good request is its handler's to
 * judge. Once the number is known, the ids that came with it stand for it too.
 */
export async function whoseRequest(
  context: ServiceContext,
  c: Context<ServiceEnv>,
): Promise<Pick<ArrivedSubmission, 'number' | 'ids' | 'content'>> {
  const sent = await lenientText(c);
  const body = lenientJson(sent);
  const content = `${c.req.path} ${sent}`;
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : undefined);
  const ids = [...ID_MEMBERS.map(text), c.req.param('id'), bearerToken(c)].filter(
    (id): id is string => !!id,
  );
  const number =
    numberOf(text('callingCode'), text('number')) ?? numberOfLogin(context, text('login'));
  if (number !== null) for (const id of ids) context.submissions.remember(id, number);
  return { number, ids, content };
}

/** A caller may hang up before the end of it. */
async function lenientText(c: Context<ServiceEnv>): Promise<string> {
  try {
    // Kept by the request, so that the handler can read it again.
    return await c.req.text();
  } catch {
    return '';
  }
}

function lenientJson(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function numberOf(callingCode: string | undefined, number: string | undefined): string | null {
  if (callingCode === undefined || number === undefined) return null;
  try {
    return toE164(callingCode, number);
  } catch (error) {
    if (error instanceof ServiceError) return null;
    throw error;
  }
}

function numberOfLogin(context: ServiceContext, login: string | undefined): string | null {
  if (login === undefined) return null;
  const [account] = context.accounts.byLogin(login);
  return account?.phone ?? (isPhoneNumber(login) ? login : null);
}

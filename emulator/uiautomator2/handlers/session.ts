import { get, NO_SESSION_ID, post, type Route, SessionAnswer } from '../command.ts';
import { InvalidArgumentError, ServerError, SessionNotCreatedError } from '../errors.ts';
import type { PhoneServices } from '../phone-services.ts';
import { parseCapabilities } from '../session.ts';

const SERVER_PACKAGE = 'io.appium.uiautomator2.server';

/** Of the APK that is installed, in whose place this server answers. */
function buildOf({ packages }: PhoneServices): { version: string | null; versionCode: number } {
  const installed = packages.get(SERVER_PACKAGE);
  if (!installed) throw new ServerError(`the package ${SERVER_PACKAGE} is not installed`);
  return { version: installed.versionName, versionCode: installed.versionCode };
}

export const sessionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/status',
    needsSession: false,
    handle: ({ server }) => ({
      ready: true,
      message: 'UiAutomator2 Server is ready to accept commands',
      build: buildOf(server.phone),
    }),
  },
  {
    method: 'GET',
    path: '/sessions',
    needsSession: false,
    handle: ({ server: { session } }) =>
      new SessionAnswer(
        NO_SESSION_ID,
        session
          ? [{ id: session.id, sessionId: session.id, capabilities: session.capabilities }]
          : [],
      ),
  },
  {
    method: 'POST',
    path: '/session',
    needsSession: false,
    handle: ({ server, body }) => {
      try {
        const capabilities = body.object('capabilities', 'SessionModel')?.fields;
        if (!capabilities) {
          throw new InvalidArgumentError("'capabilities' are mandatory for session creation");
        }
        const session = server.startSession(parseCapabilities(capabilities));
        return new SessionAnswer(session.id, { sessionId: session.id, capabilities });
      } catch (error) {
        if (!(error instanceof ServerError)) throw error;
        throw new SessionNotCreatedError(error.stacktrace);
      }
    },
  },
  {
    method: 'DELETE',
    path: '/session/:sessionId',
    needsSession: true,
    handle: ({ server }) => {
      server.stop();
      server.shutDown();
      return null;
    },
  },
  get('', ({ session }) => ({ lastScrollData: session.lastScrollData })),
  get('/appium/settings', ({ server }) => server.settings.all()),
  post('/appium/settings', ({ server, body: request }) => {
    const body = request.as('SettingsModel');
    const settings = body.required('settings', body.object('settings', 'SettingsModel'));
    for (const [name, value] of Object.entries(settings.fields)) {
      server.settings.update(name, value);
    }
    return null;
  }),
];

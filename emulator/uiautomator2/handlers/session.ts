import { get, NO_SESSION_ID, post, type Route, SessionAnswer } from '../command.ts';
import { InvalidArgumentError, ServerError, SessionNotCreatedError } from '../errors.ts';
import { parseCapabilities } from '../session.ts';

/** Version of the server whose behaviour this one has. */
const BUILD = { version: '10.6.6', versionCode: 234 };

export const sessionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/status',
    needsSession: false,
    handle: () => ({
      ready: true,
      message: 'UiAutomator2 Server is ready to accept commands',
      build: BUILD,
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
  get('', () => ({ lastScrollData: null })),
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

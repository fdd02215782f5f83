import { NO_SESSION_ID, type Route, SessionAnswer, type SessionlessCommand } from '../command.ts';

/** Both paths of GetPackages; the real server asks for no session on either. */
export const packageRoutes: readonly Route[] = [
  { method: 'GET', path: '/appium/device/apps', needsSession: false, handle: listApps },
  {
    method: 'GET',
    path: '/session/:sessionId/appium/device/apps',
    needsSession: false,
    handle: listApps,
  },
];

/** What a launcher shows: packages with an activity for it. */
function listApps({ server, params }: SessionlessCommand): SessionAnswer {
  const { packages } = server.phone;
  const apps = packages.list().flatMap(({ packageName, label }) => {
    const launcher = packages.launcherActivity(packageName);
    if (!launcher) return [];
    return [{ packageName, packageActivity: launcher.component.className, appName: label }];
  });
  return new SessionAnswer(params['sessionId'] ?? NO_SESSION_ID, apps);
}

import type { Route } from './command.ts';
import { actionRoutes } from './handlers/actions.ts';
import { alertRoutes } from './handlers/alert.ts';
import { deviceRoutes } from './handlers/device.ts';
import { displayRoutes } from './handlers/display.ts';
import { elementRoutes } from './handlers/element.ts';
import { findRoutes } from './handlers/find.ts';
import { gestureRoutes } from './handlers/gestures.ts';
import { keyRoutes } from './handlers/keys.ts';
import { networkRoutes } from './handlers/network.ts';
import { packageRoutes } from './handlers/packages.ts';
import { scheduleRoutes } from './handlers/schedule.ts';
import { screenRoutes } from './handlers/screen.ts';
import { scrollRoutes } from './handlers/scroll.ts';
import { sessionRoutes } from './handlers/session.ts';
import { windowRoutes } from './handlers/windows.ts';

/** All routes of the server (io.appium.uiautomator2.server.AppiumServlet). */
export const ROUTES: readonly Route[] = [
  ...sessionRoutes,
  ...findRoutes,
  ...elementRoutes,
  ...screenRoutes,
  ...displayRoutes,
  ...windowRoutes,
  ...keyRoutes,
  ...actionRoutes,
  ...gestureRoutes,
  ...scrollRoutes,
  ...alertRoutes,
  ...deviceRoutes,
  ...packageRoutes,
  ...networkRoutes,
  ...scheduleRoutes,
];

import { type Command, post, type Route } from '../command.ts';
import { InvalidElementStateError } from '../errors.ts';

const KEYCODE_BACK = 4;

export const keyRoutes: readonly Route[] = [
  post('/back', async ({ server }) => {
    server.tree.automation.injectKey(KEYCODE_BACK);
    await server.tree.waitForIdle();
    return null;
  }),
  post('/appium/device/press_keycode', (command) => press(command, false)),
  post('/appium/device/long_press_keycode', (command) => press(command, true)),
  post('/appium/device/open_notifications', async ({ server: { tree } }) => {
    await tree.waitForIdle();
    if (tree.automation.openNotifications()) return null;
    throw new InvalidElementStateError('Device failed to open notifications');
  }),
];

async function press({ server, body: request }: Command, longPress: boolean): Promise<null> {
  const body = request.as('KeyCodeModel');
  const keyCode = body.required('keycode', body.integer('keycode'));
  const metaState = body.integer('metastate') ?? 0;
  server.tree.automation.injectKey(keyCode, { metaState, longPress });
  await server.tree.waitForIdle();
  return null;
}

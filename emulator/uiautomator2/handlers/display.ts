import { PHYSICAL_DISPLAY_ID } from '../../android/physical-display.ts';
import { type Command, get, post, type Route } from '../command.ts';
import { IllegalArgumentError, InvalidElementStateError } from '../errors.ts';

type Rotation = 0 | 1 | 2 | 3;

const CHANGE_ROTATION_TIMEOUT_MS = 2000;
const CHANGE_ROTATION_INTERVAL_MS = 100;
const PORTRAIT: Rotation = 0;
const LANDSCAPE: Rotation = 3;

/** ActivityInfo.SCREEN_ORIENTATION_UNSPECIFIED */
const ORIENTATION_UNSPECIFIED = -1;

export const displayRoutes: readonly Route[] = [
  get('/orientation', ({ server }) => orientationOf(server.tree.automation.display.rotation)),
  post('/orientation', async (command) => {
    const body = command.body.as('OrientationModel');
    const asked = body.required('orientation', body.string('orientation'));
    const name = asked.toUpperCase();
    if (name !== 'LANDSCAPE' && name !== 'PORTRAIT') {
      throw new IllegalArgumentError(
        `Orientation value '${asked}' is not supported. Only 'LANDSCAPE' and 'PORTRAIT' values ` +
          'could be translated into a valid screen orientation',
      );
    }
    return orientationOf(await rotate(command, name === 'LANDSCAPE' ? LANDSCAPE : PORTRAIT));
  }),
  get('/rotation', ({ server }) => ({
    x: 0,
    y: 0,
    z: server.tree.automation.display.rotation * 90,
  })),
  post('/rotation', async (command) => {
    const body = command.body.as('RotationModel');
    const degrees = body.required('z', body.integer('z'));
    const rotation = ([0, 1, 2, 3] as const).find((turns) => turns * 90 === degrees);
    if (rotation === undefined) {
      throw new IllegalArgumentError(
        `Rotation value of ${degrees} degrees is not supported. Only 0, 90, 180 and 270 degrees ` +
          'could be translated into a valid screen rotation',
      );
    }
    return nameOf(await rotate(command, rotation));
  }),
  get('/window/:windowHandle/size', ({ server }) => {
    const { widthPx, heightPx } = server.tree.automation.display;
    return { width: widthPx, height: heightPx };
  }),
  get('/appium/device/pixel_ratio', ({ server }) => density(server.tree.automation.display)),
  get('/appium/device/display_density', ({ server }) => server.tree.automation.display.densityDpi),
  get('/appium/device/system_bars', ({ server }) => ({
    statusBar: server.tree.automation.display.statusBarHeightPx,
  })),
  get('/appium/device/declared_orientation', () => ORIENTATION_UNSPECIFIED),
  post('/appium/list_displays', ({ server }) => {
    const { widthPx, heightPx, densityDpi } = server.tree.automation.display;
    const scale = density({ densityDpi });
    return [
      {
        id: 0,
        name: 'Built-in Screen',
        physicalId: PHYSICAL_DISPLAY_ID,
        virtualId: null,
        metrics: {
          widthPixels: widthPx,
          heightPixels: heightPx,
          density: scale,
          densityDpi,
          scaledDensity: scale,
          xdpi: densityDpi,
          ydpi: densityDpi,
        },
        isDefault: true,
      },
    ];
  }),
];

function density({ densityDpi }: { readonly densityDpi: number }): number {
  return densityDpi / 160;
}

function orientationOf(rotation: Rotation): 'PORTRAIT' | 'LANDSCAPE' {
  return rotation % 2 === 0 ? 'PORTRAIT' : 'LANDSCAPE';
}

function nameOf(rotation: Rotation): string {
  return `ROTATION_${rotation * 90}`;
}

async function rotate({ server }: Command, rotation: Rotation): Promise<Rotation> {
  const { clock, windows } = server.phone;
  const current = () => server.tree.automation.display.rotation;
  if (current() === rotation) return rotation;
  windows.setRotation(rotation);
  const startMs = clock.now();
  while (current() !== rotation) {
    if (clock.now() - startMs >= CHANGE_ROTATION_TIMEOUT_MS) {
      throw new InvalidElementStateError(
        `Screen rotation cannot be changed to ${nameOf(rotation)} after ` +
          `${CHANGE_ROTATION_TIMEOUT_MS}ms. Is it locked programmatically?`,
      );
    }
    await clock.sleep(CHANGE_ROTATION_INTERVAL_MS);
  }
  return rotation;
}

import { PHYSICAL_DISPLAY_ID } from '../../../android/physical-display.ts';
import { type Dump, lines } from './dump.ts';

const FRAMES_PER_SECOND = 60;

/** `dumpsys display` (AOSP DisplayManagerService.dumpInternal), in short. */
export const dumpDisplay: Dump = ({ system }) => {
  const { widthPx, heightPx, densityDpi, rotation } = system.display;
  const state = system.power.screenOn ? 'ON' : 'OFF';
  return lines(
    'DISPLAY MANAGER (dumpsys display)',
    `  mViewports=[DisplayViewport{type=INTERNAL, valid=true, isActive=true, displayId=0, uniqueId='local:${PHYSICAL_DISPLAY_ID}', orientation=${rotation}, logicalFrame=Rect(0, 0 - ${widthPx}, ${heightPx}), physicalFrame=Rect(0, 0 - ${widthPx}, ${heightPx}), deviceWidth=${widthPx}, deviceHeight=${heightPx}}]`,
    `  mBaseDisplayInfo=DisplayInfo{"Built-in Screen", displayId 0, state ${state}, real ${widthPx} x ${heightPx}, rotation ${rotation}, density ${densityDpi}, {id=1, width=${widthPx}, height=${heightPx}, fps=${FRAMES_PER_SECOND}.0}}`,
    `  mScreenState=${state}`,
  );
};

/** `dumpsys SurfaceFlinger --display-id` */
export const dumpSurfaceFlinger: Dump = ({ args }) =>
  args.includes('--display-id')
    ? lines(`Display ${PHYSICAL_DISPLAY_ID} (HWC display 0): port=130 pnpId=QCM displayName=""`)
    : lines('Build configuration: [sf PRESENT_TIME_OFFSET=0]', 'Display identification data:');

/** `dumpsys input`, as far as the screen's orientation goes. */
export const dumpInput: Dump = ({ system }) =>
  lines('INPUT MANAGER (dumpsys input)', `      SurfaceOrientation: ${system.display.rotation}`);

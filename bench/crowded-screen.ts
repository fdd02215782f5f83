import type { AndroidSystem } from '../emulator/android/system.ts';
import { LinearLayout, TextView } from '../emulator/ui/widgets.tsx';

/** Rows of three views each: with the window's own, some more than 300 nodes. */
const ROWS = 100;
const ROW_HEIGHT_DP = 7;

/** The last row, which searches find last. */
export const LAST_ROW = {
  id: `bench:id/row${ROWS - 1}`,
  text: `title ${ROWS - 1}`,
  description: `row ${ROWS - 1}`,
};

/** Opens a screen on which more than 300 nodes are in sight. */
export function showCrowdedScreen(system: AndroidSystem): void {
  system.windows.addWindow({
    packageName: 'bench',
    title: 'bench/.Main',
    kind: 'activity',
    secure: () => false,
    onBack: () => undefined,
    render: () =>
      LinearLayout({
        style: { grow: 1 },
        children: Array.from({ length: ROWS }, (_, number) => row(number)),
      }),
  });
}

function row(number: number) {
  return LinearLayout({
    id: `bench:id/row${number}`,
    desc: `row ${number}`,
    style: { direction: 'row', height: ROW_HEIGHT_DP },
    children: [
      TextView({ text: `title ${number}`, style: { textSize: 5 } }),
      TextView({ text: `summary of ${number}`, style: { textSize: 5 } }),
    ],
  });
}

import type { AppDefinition } from '../../android/activity.ts';
import type { AndroidSystem } from '../../android/system.ts';
import { FLAG_ACTIVITY_NEW_TASK } from '../../android/task.ts';
import { stringsFor } from '../strings/index.ts';
import { IN_CALL } from './ids.ts';
import { InCallActivity } from './in-call-activity.tsx';

/** What shows a call: over everything while somebody uses the phone, else in place of it. */
export const inCallApp: AppDefinition = {
  packageName: IN_CALL.packageName,
  label: 'Phone',
  shownLabel: (system) => stringsFor(system).call_app,
  versionName: '16',
  versionCode: 36,
  uid: 1001,
  activities: [
    {
      className: IN_CALL.className,
      exported: false,
      orientation: 'portrait',
      launchMode: 'singleTask',
      create: (system, intent) => new InCallActivity(system, IN_CALL.packageName, intent),
    },
  ],
  onBoot: followCalls,
};

function followCalls(system: AndroidSystem): void {
  const { calls, activities, windows, keyguard } = system;
  calls.onChanged(() => {
    const call = calls.current;
    const isFullScreen = call?.presentation === 'full-screen';
    keyguard.occlude(isFullScreen);
    if (!call || isFullScreen) windows.showCall(undefined);
    else {
      const strings = stringsFor(system);
      windows.showCall({
        packageName: IN_CALL.packageName,
        appLabel: strings.call_app,
        title: call.from,
        text: strings.call_incoming,
        onClick: () => calls.expand(),
        actions: [
          { label: strings.call_decline, onClick: () => void calls.end() },
          { label: strings.call_answer, onClick: () => void calls.answer() },
        ],
      });
    }
    const shown = activities
      .stack()
      .find(({ component }) => component.className === IN_CALL.className);
    if (isFullScreen) activities.start({ component: IN_CALL, flags: FLAG_ACTIVITY_NEW_TASK });
    if (isFullScreen) shown?.activity.invalidate();
    else shown?.activity.finish();
  });
}

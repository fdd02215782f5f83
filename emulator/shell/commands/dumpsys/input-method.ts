import { type Dump, lines } from './dump.ts';

/** `dumpsys input_method` (AOSP InputMethodManagerService.dump). */
export const dumpInputMethod: Dump = ({ system }) => {
  const { current, list, enabled } = {
    current: system.inputMethods.current,
    list: system.inputMethods.list(),
    enabled: system.inputMethods.enabled(),
  };
  const shown = system.windows.keyboardShown;
  return lines(
    'Current Input Method Manager state:',
    '  Input Methods: mMethodMapUpdateCount=3',
    list.flatMap((method, index) => [`  InputMethod #${index}:`, `    mId=${method.id}`]),
    `  mEnabledInputMethodIds=[${enabled.map(({ id }) => id).join(', ')}]`,
    `  mCurMethodId=${current.id}`,
    `  mCurId=${current.id} mHaveConnection=true mBoundToMethod=true mVisibleBound=${shown}`,
    `  mShowRequested=${shown} mShowExplicitlyRequested=false mShowForced=false mInputShown=${shown}`,
    '  mSystemReady=true mInteractive=true',
    '  Client state:',
    `    mInputShown=${shown}`,
    'Input method service state for ' + current.packageName,
    `  mViewsCreated=true mWindowVisible=${shown} mDecorViewVisible=${shown}`,
    `  mIsInputViewShown=${shown}`,
  );
};

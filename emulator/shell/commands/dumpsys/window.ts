import type { AccessibilityWindow, Rect } from '../../../android/accessibility.ts';
import type { AndroidSystem } from '../../../android/system.ts';
import { hexId } from '../../hex-id.ts';
import { recordName } from './activity.ts';
import { type Dump, lines } from './dump.ts';

/** `dumpsys window [displays|windows|policy]` (AOSP WindowManagerService.dump). */
export const dumpWindow: Dump = ({ system, args }) => {
  const [section] = args.filter((arg) => !arg.startsWith('-'));
  switch (section) {
    case 'displays':
    case 'd':
      return lines(describeDisplays(system));
    case 'windows':
    case 'w':
    case 'visible':
      return lines(describeWindows(system));
    case 'policy':
    case 'p':
      return lines(describePolicy(system));
    case undefined:
      return lines(describePolicy(system), describeDisplays(system), describeWindows(system));
    default:
      return lines(`Bad window command, or no windows match: ${section}`, 'Use -h for help.');
  }
};

function describeDisplays(system: AndroidSystem): string[] {
  const { widthPx, heightPx, densityDpi } = system.display;
  const size = `${widthPx}x${heightPx}`;
  return [
    'WINDOW MANAGER DISPLAY CONTENTS (dumpsys window displays)',
    '  Display: mDisplayId=0 (organized)',
    `    init=${size} ${densityDpi}dpi mMinSizeOfResizeableTaskDp=220 cur=${size} app=${size} rng=${widthPx}x${widthPx}-${heightPx}x${heightPx}`,
    '    deferred=false mLayoutNeeded=false mTouchExcludeRegion=SkRegion()',
    ...describeFocus(system),
    `  mRotation=ROTATION_${system.display.rotation * 90}`,
    '',
  ];
}

function describeFocus(system: AndroidSystem): string[] {
  const { resumed } = system.activities;
  const { packageName, className } = resumed?.component ?? {};
  const title = `${packageName}/${className}`;
  const focused = system.keyguard.showing ? keyguardTitle(system) : (alertTitle(system) ?? title);
  const isFocused = resumed !== undefined && system.power.screenOn;
  return [
    `  mCurrentFocus=${isFocused ? `Window{${hexId(focused)} u0 ${focused}}` : 'null'}`,
    `  mFocusedApp=${resumed ? recordName(resumed) : 'null'}`,
  ];
}

/** Of a dialog of the system's own, above every activity. */
function alertTitle(system: AndroidSystem): string | undefined {
  const focused = system.windows.automation.windows().find((window) => window.focused);
  return focused?.type === 'system' ? (focused.title ?? undefined) : undefined;
}

function describeWindows(system: AndroidSystem): string[] {
  const { widthPx, heightPx, statusBarHeightPx, navigationBarHeightPx } = system.display;
  const bars: WindowLine[] = [
    {
      title: 'NavigationBar0',
      packageName: 'com.android.systemui',
      type: 'NAVIGATION_BAR',
      bounds: { left: 0, top: heightPx - navigationBarHeightPx, right: widthPx, bottom: heightPx },
    },
    {
      title: 'StatusBar',
      packageName: 'com.android.systemui',
      type: 'STATUS_BAR',
      bounds: { left: 0, top: 0, right: widthPx, bottom: statusBarHeightPx },
    },
  ];
  const others = system.windows.automation.windows().filter(({ type }) => type !== 'system');
  const windows = [...bars, ...others.map((window) => describedWindow(system, window))];
  return [
    'WINDOW MANAGER WINDOWS (dumpsys window windows)',
    ...windows.flatMap((window, index) => [
      `  Window #${windows.length - 1 - index} Window{${hexId(window.title)} u0 ${window.title}}:`,
      `    mDisplayId=0 rootTaskId=1 mSession=Session{} mClient=android.os.BinderProxy@${hexId(window.title)}`,
      `    mOwnerUid=1000 showForAllUsers=false package=${window.packageName} appop=NONE`,
      `    mAttrs={${frame(window.bounds)} sim={adjust=resize} ty=${window.type} fmt=TRANSLUCENT}`,
      `    Requested w=${window.bounds.right - window.bounds.left} h=${window.bounds.bottom - window.bounds.top} mLayoutSeq=42`,
      `    mHasSurface=true isReadyForDisplay()=true mWindowRemovalAllowed=false`,
      `    Frames: parent=${box(window.bounds)} display=${box(window.bounds)} frame=${box(window.bounds)} last=${box(window.bounds)}`,
      `    mViewVisibility=0x0 mHaveFrame=true mObscured=false`,
      `    isOnScreen=true`,
      `    isVisible=true`,
    ]),
    '',
    ...describeFocus(system),
    `  mInputMethodTarget=${system.windows.keyboardShown ? 'shown' : 'null'}`,
    '',
  ];
}

interface WindowLine {
  readonly title: string;
  readonly packageName: string;
  readonly type: string;
  readonly bounds: Rect;
}

function describedWindow(system: AndroidSystem, window: AccessibilityWindow): WindowLine {
  const { type, packageName, bounds } = window;
  if (type === 'input_method') {
    return { title: 'InputMethod', packageName, type: 'INPUT_METHOD', bounds };
  }
  const record = system.activities
    .stack()
    .findLast(({ component }) => component.packageName === packageName);
  const title = record ? `${packageName}/${record.component.className}` : packageName;
  return { title, packageName, type: 'BASE_APPLICATION', bounds };
}

function frame({ left, top, right, bottom }: Rect): string {
  return `(${left},${top})(${right - left}x${bottom - top})`;
}

function box({ left, top, right, bottom }: Rect): string {
  return `[${left},${top}][${right},${bottom}]`;
}

/** Since Android 11 the lock screen stands in the notification shade's window. */
function keyguardTitle(system: AndroidSystem): string {
  return system.profile.sdk >= 30 ? 'NotificationShade' : 'StatusBar';
}

function describePolicy(system: AndroidSystem): string[] {
  const { screenOn } = system.power;
  const { showing, secure, enabled } = system.keyguard;
  return [
    'WINDOW MANAGER POLICY STATE (dumpsys window policy)',
    '    mSafeMode=false mSystemReady=true mSystemBooted=true',
    `    mAwake=${screenOn} mScreenOnEarly=${screenOn} mScreenOnFully=${screenOn}`,
    `    mKeyguardDrawComplete=${screenOn} mWindowManagerDrawComplete=${screenOn}`,
    '    KeyguardServiceDelegate',
    `      showing=${showing}`,
    `      inputRestricted=${showing}`,
    `      secure=${secure}`,
    `      enabled=${enabled}`,
    `      screenState=${screenOn ? 'SCREEN_STATE_ON' : 'SCREEN_STATE_OFF'}`,
    `      interactiveState=${screenOn ? 'INTERACTIVE_STATE_AWAKE' : 'INTERACTIVE_STATE_SLEEP'}`,
    '      KeyguardStateMonitor',
    `        mIsShowing=${showing}`,
    '        mSimSecure=false',
    `        mInputRestricted=${showing}`,
    '        mCurrentUserId=0',
    '',
  ];
}

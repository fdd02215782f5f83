import type { ComponentName } from '../activity.ts';
import { ADB_INSTALL_ACTIVITY } from '../packages/usb-installs.ts';
import type { AndroidSystem } from '../system.ts';
import { FLAG_ACTIVITY_NEW_TASK } from '../task.ts';
import { permissionDialogOf } from './permission-dialog.ts';
import { appUpdateOf, SYSTEM_UPDATE } from './update-dialogs.ts';
import { WEATHER_ALERT } from './weather-dialog.ts';

const DEFAULT_PERMISSION = 'android.permission.READ_SMS';
const DEFAULT_INSTALLED = 'io.appium.settings';

/** What can come up over whatever a person does, and what is told of it. */
export interface DialogRequests {
  readonly permission: { readonly package?: string; readonly permission?: string };
  readonly anr: { readonly package?: string };
  readonly 'system-update': object;
  readonly 'app-update': object;
  readonly 'usb-install': { readonly package?: string };
  readonly unknown: {
    readonly title?: string;
    readonly message?: string;
    /** One or two. */
    readonly buttons?: readonly string[];
  };
}

export type DialogKind = keyof DialogRequests;

const OPENERS: {
  readonly [Kind in DialogKind]: (system: AndroidSystem, request: DialogRequests[Kind]) => void;
} = {
  permission(
    system,
    { package: packageName = frontPackage(system), permission = DEFAULT_PERMISSION },
  ) {
    system.activities.start({
      component: permissionDialogOf(system.profile),
      extras: { package: packageName, permission },
    });
  },
  anr(system, { package: packageName = frontPackage(system) }) {
    system.appErrors.reportNotResponding(packageName);
  },
  'system-update': (system) => open(system, SYSTEM_UPDATE),
  'app-update': (system) => open(system, appUpdateOf(system.profile)),
  'usb-install'(system, { package: packageName = DEFAULT_INSTALLED }) {
    void system.usbInstalls.ask(packageName);
  },
  unknown: (system, request) => open(system, WEATHER_ALERT, { ...request }),
};

export const DIALOG_KINDS = Object.keys(OPENERS) as readonly DialogKind[];

/** Brings up a dialog. */
export function openDialog<Kind extends DialogKind>(
  system: AndroidSystem,
  kind: Kind,
  request: DialogRequests[Kind],
): void {
  OPENERS[kind](system, request);
}

/** Takes every such dialog away, as if nobody had answered it. */
export function closeDialogs(system: AndroidSystem): void {
  const { activities, appErrors, profile } = system;
  appErrors.wait();
  const dialogs: readonly ComponentName[] = [
    permissionDialogOf(profile),
    SYSTEM_UPDATE,
    appUpdateOf(profile),
    ADB_INSTALL_ACTIVITY,
    WEATHER_ALERT,
  ];
  for (const { component, activity } of [...activities.stack()].reverse()) {
    if (dialogs.some(({ className }) => className === component.className)) activity.finish();
  }
}

/** Of the app that the person sees. */
function frontPackage({ activities }: AndroidSystem): string {
  return activities.resumed?.component.packageName ?? 'com.miui.home';
}

/** In a task of its own, which leaves nothing behind. */
function open(
  system: AndroidSystem,
  component: ComponentName,
  extras: Readonly<Record<string, unknown>> = {},
): void {
  system.activities.start({ component, extras, flags: FLAG_ACTIVITY_NEW_TASK });
}

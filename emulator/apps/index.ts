import type { AppDefinition } from '../android/activity.ts';
import type { Profile } from '../profiles/profile.ts';
import { accountApp } from './account/app.ts';
import { cloudApp } from './cloud/app.ts';
import { contactsApp } from './contacts/app.ts';
import { homeApp } from './home/app.ts';
import { inCallApp } from './in-call/app.ts';
import { keyboardApp } from './keyboard/index.ts';
import { messagesApp } from './messages/app.ts';
import { notesApp } from './notes/app.ts';
import { permissionControllerApp } from './permission-controller/app.ts';
import { securityCenterApp } from './security-center/app.ts';
import { settingsApp } from './settings/app.ts';
import { systemUiApp } from './system-ui/app.ts';
import { updateApps } from './updates/apps.ts';
import { weatherApp } from './weather/app.ts';

/** The apps of a phone's system image. */
export function systemApps(profile: Profile): AppDefinition[] {
  return [
    homeApp,
    settingsApp,
    accountApp(profile),
    cloudApp,
    messagesApp(profile),
    contactsApp,
    notesApp,
    keyboardApp(profile),
    securityCenterApp,
    systemUiApp,
    permissionControllerApp(profile),
    ...updateApps(profile),
    weatherApp,
    inCallApp,
  ];
}

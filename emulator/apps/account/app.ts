import type { ActivityDefinition, AppDefinition } from '../../android/activity.ts';
import type { Generation, Profile } from '../../profiles/profile.ts';
import { classic } from './classic/index.ts';
import { current } from './current/index.ts';
import { stringsFor } from '../strings/index.ts';
import type { AccountGeneration } from './generation.ts';
import { ACCOUNT_LEGAL, ACCOUNT_PACKAGE, ACCOUNT_SETTINGS } from './ids.ts';
import { LicenseActivity } from './legal.tsx';
import { askToSignIn } from './sign-in-notification.ts';
import { followSmsAutofill } from './sms-code-receiver.ts';

const GENERATIONS: Readonly<Record<Generation, AccountGeneration>> = {
  current,
  classic,
};

/** Xiaomi Account, of the generation that the phone ships. */
export function accountApp(profile: Profile): AppDefinition {
  const { versionName, versionCode, home, login, others = [] } = GENERATIONS[profile.generation];
  return {
    packageName: ACCOUNT_PACKAGE,
    label: 'Xiaomi Account',
    versionName,
    versionCode,
    uid: 1000,
    permissions: ['android.permission.INTERNET', 'android.permission.RECEIVE_SMS'],
    shownLabel: (system) => stringsFor(system).account_title,
    onBoot: (system) => {
      followSmsAutofill(system);
      system.accounts.onChanged(() => askToSignIn(system));
    },
    onBootCompleted: askToSignIn,
    activities: [
      {
        className: ACCOUNT_SETTINGS.className,
        exported: true,
        orientation: 'portrait',
        actions: ['android.settings.XIAOMI_ACCOUNT_SYNC_SETTINGS'],
        categories: ['android.intent.category.DEFAULT'],
        create: (system, intent) => new home(system, ACCOUNT_PACKAGE, intent),
      },
      {
        className: login.className,
        exported: true,
        orientation: 'portrait',
        launchMode: 'singleTop',
        create: (system, intent) => new login.activity(system, ACCOUNT_PACKAGE, intent),
      },
      ...others.map(({ className, activity }): ActivityDefinition => ({
        className,
        exported: false,
        orientation: 'portrait',
        create: (system, intent) => new activity(system, ACCOUNT_PACKAGE, intent),
      })),
      {
        className: ACCOUNT_LEGAL.className,
        exported: false,
        orientation: 'portrait',
        create: (system, intent) => new LicenseActivity(system, ACCOUNT_PACKAGE, intent),
      },
    ],
  };
}

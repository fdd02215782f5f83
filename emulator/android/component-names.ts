import type { ComponentName, Intent } from './activity.ts';

/** `package/.Class`, as the system logs components. */
export function flatten({ packageName, className }: ComponentName): string {
  const inside = className.startsWith(`${packageName}.`);
  return `${packageName}/${inside ? className.slice(packageName.length) : className}`;
}

/** What the system says of an intent that no activity answers (Instrumentation.checkStartActivityResult). */
export function notFoundMessage(intent: Intent): string {
  return intent.component
    ? `Unable to find explicit activity class {${intent.component.packageName}/${intent.component.className}}; have you declared this activity in your AndroidManifest.xml, or does your intent not match its declared <intent-filter>?`
    : `No Activity found to handle Intent { act=${intent.action ?? ''} }`;
}

import type { AndroidSystem } from '../system.ts';

/** An app's name as people read it, in the phone's language; of an unknown package its own name. */
export function appLabel(system: AndroidSystem, packageName: string): string {
  const installed = system.packages.get(packageName);
  return installed?.shownLabel?.(system) ?? installed?.label ?? packageName;
}

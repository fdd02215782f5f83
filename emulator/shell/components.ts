import type { ComponentName } from '../android/activity.ts';
import { flattenComponent } from '../android/input-methods.ts';
import { absoluteClass } from '../android/packages/apk.ts';

/** `pkg/.Class` or `pkg/full.Class`; `undefined` for anything else. */
export function parseComponent(text: string): ComponentName | undefined {
  const [packageName, className, ...rest] = text.split('/');
  if (!packageName || !className || rest.length > 0) return undefined;
  return {
    packageName,
    className: className.startsWith('.') ? absoluteClass(packageName, className) : className,
  };
}

/** `pkg/.Class` for a class inside its package (ComponentName.flattenToShortString). */
export function shortName(component: ComponentName): string {
  return flattenComponent(component.packageName, component.className);
}

/** `{pkg/full.Class}` (ComponentName.toShortString). */
export function bracedName(component: ComponentName): string {
  return `{${component.packageName}/${component.className}}`;
}

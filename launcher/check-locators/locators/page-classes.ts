import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from '../../../config/paths.ts';
import { Page, type PageClass } from '../../../pageobjects/page.ts';
import { OfflineDriver } from '../screens/offline-driver.ts';

const FOLDER = join(PROJECT_ROOT, 'pageobjects');

/** Every page object of the project, by its file; those that others are made of are none. */
export async function pageClasses(): Promise<PageClass[]> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort();
  const modules = await Promise.all(
    files.map(
      (file) => import(pathToFileURL(join(FOLDER, file)).href) as Promise<Record<string, unknown>>,
    ),
  );
  return modules.flatMap((module) => Object.values(module)).filter(isPageClass);
}

function isPageClass(value: unknown): value is PageClass {
  if (typeof value !== 'function' || !(value.prototype instanceof Page)) return false;
  const nothing = new OfflineDriver(() => []).browser;
  return 'signature' in new (value as PageClass)(nothing);
}

import { account } from './account.ts';
import { cloud } from './cloud.ts';
import { settings } from './settings.ts';
import { system } from './system.ts';

/** Every text of the apps in Spanish. */
export const es = { ...account, ...settings, ...cloud, ...system };

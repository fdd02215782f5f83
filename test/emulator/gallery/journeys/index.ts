import type { Journey } from '../journey.ts';
import { classic } from './classic.ts';
import { current } from './current.ts';
import { gates } from './gates.ts';
import { interruptions } from './interruptions.ts';
import { system } from './system.ts';

/** Over every screen that a phone can show. */
export const JOURNEYS: readonly Journey[] = [system, ...current, ...classic, gates, interruptions];

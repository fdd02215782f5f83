import type { Profile } from './profile.ts';
import { redmiNote13Pro5g } from './redmi-note-13-pro-5g.ts';

/** Every phone this emulator can be. */
export const profiles: readonly Profile[] = [redmiNote13Pro5g];

export const defaultProfile: Profile = redmiNote13Pro5g;

/**
 * The profile of that id.
 * @throws RangeError naming the known ids.
 */
export function findProfile(id: string): Profile {
  const profile = profiles.find((candidate) => candidate.id === id);
  if (!profile) {
    const known = profiles.map((candidate) => candidate.id).join(', ');
    throw new RangeError(`unknown phone profile '${id}'; known: ${known}`);
  }
  return profile;
}

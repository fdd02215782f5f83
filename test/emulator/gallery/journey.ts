import type { Profile } from '../../../emulator/profiles/profile.ts';
import { ScenePhone, type PhoneSetup } from './scene-phone.ts';

/** A walk over screens of a phone, as a person goes from one to the next. */
export interface Journey {
  /** Whether phones of that kind have these screens; default: all have. */
  isOn?(profile: Profile): boolean;
  readonly setup?: PhoneSetup;
  /** Yields the name of what is on the screen, one name once in all journeys of a phone. */
  walk(phone: ScenePhone): AsyncGenerator<string>;
}

interface Options {
  /** Its first language is the one that is shown. */
  readonly profile: Profile;
  readonly fontScale?: string;
}

interface Scene {
  readonly name: string;
  readonly phone: ScenePhone;
}

/** Leads fresh phones along journeys, and stops at every scene. */
export async function* scenesOf(
  journeys: readonly Journey[],
  { profile, fontScale = '1.0' }: Options,
): AsyncGenerator<Scene> {
  for (const { isOn = () => true, setup = {}, walk } of journeys) {
    if (!isOn(profile)) continue;
    const phone = await ScenePhone.start(setup, { profile, fontScale });
    try {
      for await (const name of walk(phone)) yield { name, phone };
    } finally {
      await phone.stop();
    }
  }
}

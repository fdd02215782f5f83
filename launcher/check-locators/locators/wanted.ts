import type { StringName, StringTable } from '../../../pageobjects/strings/table.ts';
import type { UsedLocators } from './used-locators.ts';

/** A resource id, and the screens whose page objects look for it. */
export interface WantedId {
  readonly id: string;
  readonly isPattern: boolean;
  readonly screens: readonly string[];
}

/** An entry of the string tables, and where it is looked for. */
export interface WantedText {
  readonly name: StringName;
  /** The app that says it; absent where the page object does not tell. */
  readonly packageName: string | undefined;
  readonly screens: readonly string[];
}

export interface Wanted {
  readonly ids: readonly WantedId[];
  readonly texts: readonly WantedText[];
}

/** What flows compare with what the account app says, of which no page object makes a locator. */
const MESSAGES = { packageName: 'com.xiaomi.account', screen: 'messages' } as const;

/** It shows notifications, whose texts are the account app's. */
const SYSTEM_UI = 'com.android.systemui';

/** All that page objects and flows look for, with the screens that do. */
export function wantedOf(used: readonly UsedLocators[], strings: StringTable): Wanted {
  const ids = new Map<string, { isPattern: boolean; screens: string[] }>();
  const texts = new Map<string, { name: StringName; packageName?: string; screens: string[] }>();
  const add = (name: StringName, packageName: string | undefined, screen: string) => {
    const key = `${name} ${packageName ?? ''}`;
    const wanted = texts.get(key) ?? {
      name,
      ...(packageName !== undefined && { packageName }),
      screens: [],
    };
    if (!wanted.screens.includes(screen)) wanted.screens.push(screen);
    texts.set(key, wanted);
  };
  for (const { screen, ids: usedIds, texts: usedTexts } of used) {
    for (const { id, isPattern } of usedIds) {
      const wanted = ids.get(id) ?? { isPattern, screens: [] };
      if (!wanted.screens.includes(screen)) wanted.screens.push(screen);
      ids.set(id, wanted);
    }
    for (const { texts: alternatives, packageName } of usedTexts) {
      for (const name of namesOf(alternatives, strings)) {
        add(name, packageName === SYSTEM_UI ? MESSAGES.packageName : packageName, screen);
      }
    }
  }
  const located = new Set([...texts.values()].map(({ name }) => name));
  for (const name of Object.keys(strings) as StringName[]) {
    if (!located.has(name)) add(name, MESSAGES.packageName, MESSAGES.screen);
  }
  return {
    ids: [...ids].map(([id, { isPattern, screens }]) => ({ id, isPattern, screens })),
    texts: [...texts.values()].map(({ name, packageName, screens }) => ({
      name,
      packageName,
      screens,
    })),
  };
}

/**
 * The entries that a locator's texts were put together of. An entry whose wordings another one has too
 * counts only for what no greater one has brought.
 */
function namesOf(alternatives: readonly string[], strings: StringTable): StringName[] {
  const given = new Set(alternatives);
  const candidates = (Object.keys(strings) as StringName[])
    .filter((name) => strings[name].every((text) => given.has(text)))
    .sort((a, b) => strings[b].length - strings[a].length);
  const names: StringName[] = [];
  const covered = new Set<string>();
  for (const name of candidates) {
    if (strings[name].every((text) => covered.has(text))) continue;
    names.push(name);
    for (const text of strings[name]) covered.add(text);
  }
  return names;
}

import type { Look } from '../../profiles/profile.ts';
import { hyperOs } from './hyperos.ts';
import { miui10 } from './miui-10.ts';
import { miui13 } from './miui-13.ts';

/** What differs from one generation of the system's look to another. Lengths in dp, text in sp. */
export interface Theme {
  readonly look: Look;
  readonly colors: {
    /** Behind everything. */
    readonly page: string;
    /** Behind a group of rows; as the page where groups are no cards. */
    readonly group: string;
    readonly accent: string;
    readonly accentDisabled: string;
    readonly accentSoft: string;
    /** Of text fields and grey buttons. */
    readonly field: string;
    readonly searchBox: string;
    readonly switchOff: string;
    readonly divider: string;
  };
  /** Page margin left and right of cards, fields and buttons. */
  readonly pageMargin: number;
  /** Left and right of titles and texts that stand on the page itself. */
  readonly textMargin: number;
  readonly title: {
    /** A title of its own below the bar; where false, the bar holds the title. */
    readonly large: boolean;
    readonly size: number;
  };
  readonly bar: {
    readonly height: number;
    readonly titleSize: number;
    readonly titleWeight: 400 | 500;
    /** A line below it. */
    readonly line: boolean;
  };
  /** A group of rows. */
  readonly group: {
    readonly marginHorizontal: number;
    readonly marginBottom: number;
    readonly radius: number;
    /** A line below it, to tell it from the next. */
    readonly line: boolean;
  };
  readonly row: {
    readonly minHeight: number;
    readonly paddingHorizontal: number;
    readonly paddingVertical: number;
    readonly gap: number;
    readonly titleSize: number;
    readonly titleWeight: 400 | 500;
    readonly summarySize: number;
    /** Icons with a colour: white on a tile, or themselves in that colour. */
    readonly icon: {
      readonly size: number;
      readonly tile: { readonly radius: number; readonly padding: number } | null;
    };
  };
  readonly button: {
    readonly minHeight: number;
    readonly radius: number;
    readonly textSize: number;
    readonly weight: 400 | 500;
    /** What a grey button looks like: filled, or a frame. */
    readonly secondary: 'filled' | 'framed';
  };
  readonly field: {
    readonly height: number;
    readonly radius: number;
    /** A grey box, or a line below the text. */
    readonly box: 'filled' | 'underlined';
  };
  readonly searchBox: {
    readonly height: number;
    readonly radius: number;
    readonly textAlign: 'start' | 'center';
  };
  readonly dialog: {
    /** Left, right and below; 0: it reaches the screen's sides. */
    readonly margin: number;
    readonly radius: number;
    readonly paddingHorizontal: number;
    readonly titleSize: number;
    readonly titleWeight: 400 | 500;
  };
  /** Cards at the top of the screen and in the shade. */
  readonly notification: { readonly radius: number };
  readonly toast: {
    readonly background: string;
    readonly ink: string;
    readonly radius: number;
  };
  readonly switch: {
    readonly width: number;
    readonly height: number;
    readonly thumbInset: number;
  };
  readonly checkBox: { readonly radius: number };
  readonly statusBar: {
    readonly height: number;
    readonly paddingHorizontal: number;
    /** A filled battery with the number in it, or an outline with the number beside it. */
    readonly battery: 'filled' | 'outline';
    /** Where the kind of the mobile network is written, e.g. `4G`. */
    readonly networkType: boolean;
  };
  /** Gestures with a pill that pages shine through, or a bar with three buttons. */
  readonly navigation: { readonly kind: 'pill' | 'buttons'; readonly height: number };
  /** App icons on the home screen. */
  readonly appIcon: { readonly radius: number };
}

const THEMES: Readonly<Record<Look, Theme>> = {
  'miui-10': miui10,
  'miui-13': miui13,
  hyperos: hyperOs,
};

export function themeOf(look: Look): Theme {
  return THEMES[look];
}

let current: Theme | undefined;

/**
 * The theme of the phone whose screen is being rendered or painted.
 * @throws where nothing is: a screen asks in `render()`, and keeps no colour from one time to the
 * next.
 */
export function theme(): Theme {
  if (!current) throw new Error('theme() was called while no screen is rendered or painted');
  return current;
}

/** Renders or paints, in one turn, with a phone's theme: `theme()` gives it meanwhile. */
export function withTheme<T>(chosen: Theme, work: () => T): T {
  const before = current;
  current = chosen;
  try {
    return work();
  } finally {
    current = before;
  }
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { UiNode } from '../../../emulator/ui/jsx-runtime.ts';
import { EditText, LinearLayout, ScrollView, TextView } from '../../../emulator/ui/widgets.tsx';
import { TestScreen } from '../ui/screen-fixture.ts';
import { textProblems } from './text-problems.ts';

const LONG = 'a text of several words';

function problemsOf(node: UiNode): string[] {
  const screen = new TestScreen();
  screen.open(() => LinearLayout({ style: { grow: 1 }, children: node }));
  return textProblems(screen.windows);
}

describe('textProblems', () => {
  for (const [problem, node] of [
    ['is shortened', TextView({ text: LONG, style: { width: 60, maxLines: 1 } })],
    ['is shortened', TextView({ text: LONG, style: { width: 60, maxLines: 2 } })],
    ['px of height and has', TextView({ text: LONG, style: { width: 60, height: 20 } })],
    ['is broken within a word', TextView({ text: 'impossibilities', style: { width: 50 } })],
    ['is cut off at a side', TextView({ text: LONG, style: { marginLeft: 300, width: 200 } })],
    ['is cut off above or below', TextView({ text: LONG, style: { marginTop: 790 } })],
    ['is shortened', EditText({ hint: LONG, style: { width: 60 } })],
    [
      'px of content',
      LinearLayout({
        style: { height: 30 },
        children: ScrollView({ children: TextView({ text: LONG, style: { marginTop: 100 } }) }),
      }),
    ],
    [
      'lies over',
      LinearLayout({
        children: [
          TextView({ text: LONG }),
          TextView({ text: 'another', style: { position: 'absolute', top: 4, left: 0 } }),
        ],
      }),
    ],
  ] as const) {
    it(`finds that a text ${problem}`, () => {
      const problems = problemsOf(node);
      assert.ok(
        problems.some((line) => line.includes(problem)),
        `found ${JSON.stringify(problems)}`,
      );
    });
  }

  for (const [what, node] of [
    ['a text of several lines', TextView({ text: LONG, style: { width: 60 } })],
    [
      'a text that is meant to be shortened',
      TextView({ text: LONG, style: { width: 60, maxLines: 1, ellipsize: 'end' } }),
    ],
    ['a text that shrinks', TextView({ text: 'impossible', style: { width: 60, autoSize: true } })],
    ['what a field scrolls', EditText({ text: LONG, style: { width: 60 } })],
    [
      'what a list scrolls',
      ScrollView({ children: TextView({ text: LONG, style: { marginTop: 2000 } }) }),
    ],
  ] as const) {
    it(`takes ${what}`, () => {
      assert.deepEqual(problemsOf(node), []);
    });
  }
});

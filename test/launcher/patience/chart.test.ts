import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseXmlDocument, type Document, type Element } from 'slimdom';
import { drawPatience } from '../../../launcher/patience/chart.ts';
import { COLOURS } from '../../../launcher/patience/chart/style.ts';
import { timesOfRun, type TimedRun } from '../../../launcher/patience/data.ts';
import { pastRunOf, type PastRun } from '../../../launcher/patience/history.ts';
import { signUpRun } from './examples.ts';

const MODELS = ['Redmi Note 13 Pro 5G', 'Xiaomi 13', 'Redmi Note 8 (2021)', 'Redmi 7A'];
const SIXTEEN = MODELS.flatMap((name) =>
  ['en', 'zh-CN', 'zh-TW', 'ru'].map((language) => ({
    ...{ serial: `${name} ${language}`, language },
    model: `${name} (M1903C3EG)`,
  })),
);
const STEPS_OF_A_SIGN_UP = 6;
const IN_THE_LEGEND = 1;
/** All but the opening of Settings. */
const STEPS_WITH_SERVERS = 5;

async function drawn(run: TimedRun, history: readonly PastRun[] = []): Promise<Document> {
  return parseXmlDocument(
    await drawPatience({ run: timesOfRun(run), history, target: 'emulated' }),
  );
}

function all(svg: Document, tag: string, attributes: Record<string, string>): Element[] {
  return svg
    .getElementsByTagName(tag)
    .filter((element) =>
      Object.entries(attributes).every(([name, value]) => element.getAttribute(name) === value),
    );
}

const texts = (svg: Document): string[] =>
  svg.getElementsByTagName('text').map(({ textContent }) => textContent ?? '');

/** Where a text stands; pixels from the left. */
function xOf(svg: Document, words: string): number {
  const text = svg.getElementsByTagName('text').find(({ textContent }) => textContent === words);
  return Number(/translate\(([\d.]+)/.exec(text?.getAttribute('transform') ?? '')?.[1]);
}

/** Where the dashed lines of the budget are; pixels from the left. */
const budgetLines = (svg: Document): number[] =>
  all(svg, 'path', { stroke: COLOURS.budget }).map((line) =>
    Number(/^M([\d.]+)/.exec(line.getAttribute('d') ?? '')?.[1]),
  );

const past = (days: readonly number[]): PastRun[] =>
  days.map((day) => pastRunOf(timesOfRun(signUpRun(day)), 'emulated'));

describe('the patience chart', () => {
  it('has a bar for each step, of the servers and of the harness', async () => {
    const svg = await drawn(signUpRun(1));
    assert.equal(
      all(svg, 'path', { fill: COLOURS.server }).length,
      STEPS_OF_A_SIGN_UP + IN_THE_LEGEND,
      'of the servers',
    );
    assert.equal(
      all(svg, 'path', { fill: COLOURS.harness }).length,
      STEPS_OF_A_SIGN_UP + IN_THE_LEGEND,
      'of the harness',
    );
  });

  it('has a dot for each step that needed servers', async () => {
    const svg = await drawn(signUpRun(1));
    assert.equal(all(svg, 'circle', { fill: COLOURS.server }).length, STEPS_WITH_SERVERS);
  });

  it('has the budget where it is on the axis', async () => {
    const run = signUpRun(1);
    const minute = run.phones.map((phone) => ({
      ...phone,
      steps: phone.steps.map((step) => ({ ...step, budgetMs: 60_000 })),
    }));
    const svg = await drawn({ ...run, phones: minute });
    const lines = budgetLines(svg);
    assert.equal(lines.length, STEPS_OF_A_SIGN_UP);
    for (const x of lines) assert.ok(Math.abs(x - xOf(svg, '1 min')) < 1, `${x}`);
  });

  it('shows each of sixteen phones in each step by its short name', async () => {
    const svg = await drawn(signUpRun(1, 1, SIXTEEN));
    assert.ok(texts(svg).includes('Redmi Note 8 (2021) · zh-TW'));
    assert.equal(
      all(svg, 'circle', { fill: COLOURS.server }).length,
      STEPS_WITH_SERVERS * (1 + SIXTEEN.length),
    );
  });

  it('has no trend where there is no run before', async () => {
    const svg = await drawn(signUpRun(1));
    assert.ok(!texts(svg).some((text) => text.startsWith('Run by run')));
  });

  it('marks a slow day of the servers, in words and in its column of every step', async () => {
    const svg = await drawn(signUpRun(10, 20), past([1, 2, 3, 4, 5, 6, 7, 8, 9]));
    const words = 'A slow day of the servers: they took 20 × as long as in the 9 runs before.';
    assert.ok(texts(svg).includes(words));
    assert.equal(all(svg, 'path', { fill: COLOURS.slowLight }).length, 1 + STEPS_OF_A_SIGN_UP);
  });

  it('has nothing marked where no day was slow', async () => {
    const svg = await drawn(signUpRun(10), past([1, 2, 3]));
    assert.equal(all(svg, 'path', { fill: COLOURS.slowLight }).length, 0);
  });

  it('shows the runs before of a run that took no step', async () => {
    const svg = await drawn({ ...signUpRun(10), phones: [] }, past([1, 2, 3]));
    assert.ok(texts(svg).includes('The run took no step.'));
    assert.ok(texts(svg).includes('3 Nov'));
  });

  it('says what it shows to who cannot see it', async () => {
    const svg = await drawn(signUpRun(1));
    const root = svg.documentElement;
    const [title, description] = (root?.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => svg.getElementsByTagName('*').find((at) => at.getAttribute('id') === id));
    assert.match(title?.textContent ?? '', /^Patience\. 1 Nov 2026/);
    assert.match(description?.textContent ?? '', /^The servers took .*the harness/);
  });

  it('needs nothing beside it', async () => {
    const svg = await drawPatience({
      run: timesOfRun(signUpRun(10, 20)),
      history: past([1, 2]),
      target: 'emulated',
    });
    assert.doesNotMatch(svg, /href|<script|<image|url\((?!#)|@import/);
  });

  it('has model names as text, whatever they are', async () => {
    const phones = ['<b>&"', 'Redmi 7A'].map((model) => ({ serial: model, model }));
    assert.ok(texts(await drawn(signUpRun(1, 1, phones))).includes('<b>&"'));
  });
});

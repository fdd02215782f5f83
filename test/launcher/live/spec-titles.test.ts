import assert from 'node:assert/strict';
import { test } from 'node:test';
import { titlesIn } from '../../../launcher/live/spec-titles.ts';

for (const [what, source, titles] of [
  ['a plain title', `it('creates an account @live', async () => {`, ['creates an account @live']],
  ['a title on a line of its own', `it(\n  "is found",\n  async () => {`, ['is found']],
  ['a title with a quote in it', String.raw`it('isn\'t read', () => {`, ["isn't read"]],
  ['a test that runs alone', `it.only('is found', () => {`, ['is found']],
  ['a template without a part', 'specify(`is found`, () => {', ['is found']],
  ['a title made when the file runs', 'it(`is ${"@live"}`, () => {', []],
  ['the title of a suite', `describe('The code @live', () => {`, []],
  ['a call that only ends like one', `submit('the code @live');`, []],
  ['a test that never runs', `it.skip('is found @live', () => {`, []],
] as const) {
  test(`${what} is ${titles.length === 0 ? 'not taken for a title' : 'read'}`, () => {
    assert.deepEqual(titlesIn(source), titles);
  });
}

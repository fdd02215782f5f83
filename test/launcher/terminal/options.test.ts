import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { terminalOptions } from '../../../launcher/terminal/options.ts';

const TERMINAL = { isTTY: true };

describe('terminal options', () => {
  it('have colour and live lines on a terminal', () => {
    assert.deepEqual(terminalOptions(TERMINAL, {}), { live: true, color: true });
  });

  it('have neither where the output is no terminal', () => {
    assert.deepEqual(terminalOptions({}, {}), { live: false, color: false });
  });

  it('leave colour out for NO_COLOR', () => {
    assert.equal(terminalOptions(TERMINAL, { NO_COLOR: '1' }).color, false);
  });

  it('take an empty NO_COLOR for none', () => {
    assert.equal(terminalOptions(TERMINAL, { NO_COLOR: '' }).color, true);
  });

  it('have colour in a log for FORCE_COLOR', () => {
    assert.deepEqual(terminalOptions({}, { FORCE_COLOR: '1' }), { live: false, color: true });
  });

  it('leave colour out for FORCE_COLOR=0', () => {
    assert.equal(terminalOptions(TERMINAL, { FORCE_COLOR: '0' }).color, false);
  });

  it('heed NO_COLOR before FORCE_COLOR', () => {
    assert.equal(terminalOptions(TERMINAL, { FORCE_COLOR: '1', NO_COLOR: '1' }).color, false);
  });

  it('redraw nothing in a CI system', () => {
    assert.deepEqual(terminalOptions(TERMINAL, { CI: 'true' }), { live: false, color: true });
  });

  it('take CI=false for a person', () => {
    assert.equal(terminalOptions(TERMINAL, { CI: 'false' }).live, true);
  });

  it('have neither on a terminal that can do nothing', () => {
    assert.deepEqual(terminalOptions(TERMINAL, { TERM: 'dumb' }), { live: false, color: false });
  });
});

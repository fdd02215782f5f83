import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findChromium, withChromiumInstalled } from '../../scripts/chromium-install.mjs';
import { SetupError } from '../../scripts/setup-error.mjs';

describe('the browser of the tests', () => {
  let folder = '';
  const at = (name: string) => join(folder, name);
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'chromium-'));
    for (const name of ['google-chrome', 'other']) writeFileSync(at(name), '', { mode: 0o755 });
    writeFileSync(at('text'), '', { mode: 0o644 });
  });
  after(() => rmSync(folder, { recursive: true }));

  it('is the one that CHROME_PATH names', () => {
    assert.equal(findChromium({ PATH: folder, CHROME_PATH: at('other') }, []), at('other'));
  });

  it('is else the one on PATH', () => {
    assert.equal(findChromium({ PATH: folder, CHROME_PATH: '' }, []), at('google-chrome'));
  });

  it('is else where it usually is', () => {
    assert.equal(findChromium({ PATH: '' }, [at('absent'), at('other')]), at('other'));
  });

  it('is not a CHROME_PATH that cannot be run, and that is said', () => {
    assert.throws(
      () => findChromium({ PATH: folder, CHROME_PATH: at('text') }, []),
      (error) => error instanceof SetupError && /→ set CHROME_PATH/.test(error.message),
    );
  });

  it('is passed on by CHROME_PATH', () => {
    const { CHROME_PATH } = withChromiumInstalled({ PATH: folder }, { usualPlaces: [] });
    assert.equal(CHROME_PATH, at('google-chrome'));
  });

  it('is installed where there is none', () => {
    const places: string[] = [];
    const run = (_command: string, args: readonly string[]) => {
      if (args.includes('chromium')) places.push(at('other'));
      return { code: 0, output: '' };
    };
    const out = { write: () => true };
    const system = { run, out, isRoot: true, usualPlaces: places };
    assert.equal(withChromiumInstalled({ PATH: '' }, system)['CHROME_PATH'], at('other'));
  });

  it('that cannot be installed is told with the command for this system', () => {
    const run = () => ({ code: 127, output: '' });
    const system = { run, isRoot: false, osRelease: 'ID=fedora\n', usualPlaces: [] };
    assert.throws(
      () => withChromiumInstalled({ PATH: '' }, { ...system, platform: 'linux' }),
      (error) =>
        error instanceof SetupError && /→ run: sudo dnf install -y chromium$/.test(error.message),
    );
  });
});

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { forgetMovedDrivers } from '../../launcher/appium-drivers.ts';

const root = mkdtempSync(join(tmpdir(), 'appium-drivers-'));
after(() => rmSync(root, { recursive: true }));

/** A project in whose list of drivers there is one, in another project's folder or its own. */
function project(name: string, driverIn: string): { folder: string; list: string } {
  const folder = join(root, name);
  const list = join(folder, 'node_modules', '.cache', 'appium', 'extensions.yaml');
  mkdirSync(dirname(list), { recursive: true });
  const at = join(driverIn, 'node_modules', 'appium-uiautomator2-driver');
  writeFileSync(list, `drivers:\n  uiautomator2:\n    installPath: ${at}\nplugins: {}\n`);
  return { folder, list };
}

describe('Appium’s list of drivers', () => {
  it('is kept where the project is where it was', () => {
    const { folder, list } = project('stayed', join(root, 'stayed'));
    forgetMovedDrivers(folder);
    assert.ok(existsSync(list));
  });

  it('goes where it is about another folder, also one whose name begins like it', () => {
    const { folder, list } = project('moved', join(root, 'moved-away'));
    forgetMovedDrivers(folder);
    assert.ok(!existsSync(list));
  });

  it('goes where only half of it was written', () => {
    const { folder, list } = project('half', 'x');
    writeFileSync(list, "drivers: { uiautomator2: 'x");
    forgetMovedDrivers(folder);
    assert.ok(!existsSync(list));
  });

  it('need not be there', () => {
    assert.doesNotThrow(() => forgetMovedDrivers(join(root, 'nowhere')));
  });

  it('stays as it is where it says no paths, for Appium to judge', () => {
    const { folder, list } = project('odd', 'x');
    writeFileSync(list, 'drivers: {}\n');
    forgetMovedDrivers(folder);
    assert.ok(existsSync(list));
  });
});

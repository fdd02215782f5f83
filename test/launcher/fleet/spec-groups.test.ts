import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadSettings } from '../../../config/settings.ts';
import { groupSpecs, needsTwoPhones, planWorkers } from '../../../launcher/fleet/spec-groups.ts';

const files = (count: number, folder = 'entry') =>
  Array.from({ length: count }, (_, index) => `/clone/specs/${folder}/${index}.spec.ts`);

const none = () => false;

describe('groups of spec files', () => {
  it('are no larger than allowed, and of about the same size', () => {
    assert.deepEqual(
      groupSpecs(files(22), 10, none).map(({ length }) => length),
      [7, 8, 7],
    );
  });

  it('hold every file once', () => {
    assert.deepEqual(groupSpecs(files(22), 10, none).flat(), files(22));
  });

  it('are enough for each part of a run that is shared', () => {
    assert.equal(groupSpecs(files(22), 10, none, 4).length, 4);
  });

  it('keep files that need two phones among themselves', () => {
    const double = files(2, 'two-phones');
    const needsTwo = needsTwoPhones({ target: 'devices' });
    assert.deepEqual(groupSpecs([...files(2), ...double], 10, needsTwo), [files(2), double]);
  });

  it('mix those files with others where they start both phones themselves', () => {
    const all = [...files(2), ...files(2, 'two-phones')];
    assert.deepEqual(groupSpecs(all, 10, needsTwoPhones({ target: 'emulated' })), [all]);
  });

  it('take the place of what chose the files', () => {
    const config = { specs: ['./specs/**'], spec: files(3), suite: ['some'] };
    planWorkers(config, files(3), loadSettings({ MI_SPECS_PER_WORKER: '10' }));
    assert.deepEqual(config, { specs: [files(3)] });
  });

  it('are not made where phones share the specs', () => {
    const config = { specs: ['./specs/**'] };
    const env = { MI_SPECS_PER_WORKER: '10', MI_DISTRIBUTION: 'share' };
    planWorkers(config, files(3), loadSettings(env));
    assert.deepEqual(config, { specs: ['./specs/**'] });
  });

  it('run on so many phones at a time as the settings say', () => {
    const config: { maxInstances?: number } = {};
    planWorkers(config, files(3), loadSettings({ MI_AT_ONCE: '4' }));
    assert.equal(config.maxInstances, 4);
  });
});

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ManualHarnessClock } from '../../../config/clock.ts';
import { PhoneWatch } from '../../../launcher/fleet/phone-watch.ts';

const listed = (state: string) => [{ serial: 'a', state }];

function watch(...serials: string[]) {
  const lost: string[] = [];
  return {
    lost,
    watch: new PhoneWatch(serials, new ManualHarnessClock(), (_serial, error) =>
      lost.push(error.details.seen ?? ''),
    ),
  };
}

for (const [what, devices, seen] of [
  ['that adb lists no more', [], 'for 3 s: not listed any more'],
  ['that is offline', listed('offline'), 'for 3 s: offline'],
] as const) {
  it(`a phone ${what} is lost after a while`, async () => {
    const { watch: watched, lost } = watch('a');
    watched.list(listed('device'));
    watched.list(devices);
    await watched.settled('a');
    assert.deepEqual(lost, [seen]);
  });
}

it('a phone that comes back in time is not lost', async () => {
  const { watch: watched, lost } = watch('a');
  watched.list([]);
  const settled = watched.settled('a');
  watched.list(listed('device'));
  await settled;
  assert.deepEqual(lost, []);
});

it('a phone that stays away is lost once', async () => {
  const { watch: watched, lost } = watch('a');
  watched.list([]);
  watched.list(listed('offline'));
  await watched.settled('a');
  assert.equal(lost.length, 1);
});

it('phones that are not of the run may go', async () => {
  const { watch: watched, lost } = watch();
  watched.list([]);
  await watched.settled('a');
  assert.deepEqual(lost, []);
});

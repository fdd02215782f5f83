import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Fleet } from '../../../launcher/fleet/fleet.ts';
import type { ErrorInfo } from '../../../launcher/progress/messages.ts';

const LOST: ErrorInfo = { type: 'PhoneLostError', message: 'gone\nmore', category: 'phone-lost' };
const NO_SESSION: ErrorInfo = { type: 'SessionError', message: 'not listed', category: 'set-up' };
const PRODUCT: ErrorInfo = { type: 'AssertionError', message: 'wrong', category: 'product' };
const FILE = 'file:///clone/specs/sign-up.spec.ts';
const TEST = { kind: 'test', title: '', spec: 'specs/sign-up.spec.ts', durationMs: 0 } as const;

function fleetOf(serials: readonly string[], share = true) {
  const told: string[] = [];
  const fleet = new Fleet(
    serials,
    { share, needsTwo: (file) => file.includes('two') },
    {
      began: () => undefined,
      ended: () => undefined,
      leftBehind: (files, serial, reason) =>
        told.push(`left behind ${files.join()} on ${serial}: ${reason}`),
      phoneOut: (serial, { type }) => told.push(`out ${serial}: ${type}`),
      moved: (worker, files, { from, reason }) =>
        told.push(`moved ${worker} ${files.join()} from ${from}: ${reason}`),
      notRun: (worker, files, serial, reason) =>
        told.push(`not run ${worker} ${files.join()} on ${serial ?? 'any'}: ${reason}`),
      nobodyLeft: () => told.push('nobody left'),
    },
  );
  const assign = (worker = '0-0', serial?: string) =>
    fleet.assign({ worker, files: [FILE], serial });
  const failed = (error: ErrorInfo, worker = '0-0') =>
    fleet.report(worker, { ...TEST, outcome: 'failed', error });
  return { fleet, told, assign, failed };
}

describe('a worker that died', () => {
  it('leaves the files behind that it had not come to', async () => {
    const { fleet, told } = fleetOf(['a']);
    const files = ['/clone/specs/sign-up.spec.ts', '/clone/specs/sign-out.spec.ts'];
    await fleet.assign({ worker: '0-0', files, serial: 'a' });
    fleet.report('0-0', { ...TEST, outcome: 'passed' });
    fleet.ended('0-0', 1);
    assert.deepEqual(told, [
      'left behind specs/sign-out.spec.ts on a: the worker ended with exit code 1',
    ]);
  });
});

describe('specs of a phone that failed', () => {
  it('go to another phone, which is told so', async () => {
    const { fleet, assign, told } = fleetOf(['a', 'b']);
    await assign();
    fleet.takeOut('a', LOST);
    assert.equal(fleet.ended('0-0', 1), true);
    const move = { from: 'a', reason: 'PhoneLostError: gone' };
    assert.deepEqual(await assign(), {
      serial: 'b',
      assignment: { second: undefined, moved: move },
    });
    assert.deepEqual(told, [
      'out a: PhoneLostError',
      'moved 0-0 specs/sign-up.spec.ts from a: PhoneLostError: gone',
    ]);
  });

  it('go there once', async () => {
    const { fleet, assign, failed } = fleetOf(['a', 'b', 'c']);
    await assign();
    failed(LOST);
    assert.equal(fleet.ended('0-0', 1), true);
    await assign();
    failed(LOST);
    assert.equal(fleet.ended('0-0', 1), false);
  });

  it('stay when a number was submitted', async () => {
    const { fleet, assign } = fleetOf(['a', 'b']);
    await assign();
    const event = { type: 'number-submitted' as const, serial: 'a' };
    fleet.report('0-0', { kind: 'progress', event });
    fleet.takeOut('a', LOST);
    assert.equal(fleet.ended('0-0', 1), false);
  });

  it('stay when the product failed', async () => {
    const { fleet, assign, failed } = fleetOf(['a', 'b']);
    await assign();
    failed(PRODUCT);
    assert.equal(fleet.ended('0-0', 1), false);
  });

  it('stay when the product failed before the phone did', async () => {
    const { fleet, assign, failed } = fleetOf(['a', 'b']);
    await assign();
    failed(PRODUCT);
    fleet.takeOut('a', LOST);
    assert.equal(fleet.ended('0-0', 1), false);
  });

  it('stay where every phone runs them anyway', async () => {
    const { fleet, assign } = fleetOf(['a', 'b'], false);
    await assign('0-0', 'a');
    fleet.takeOut('a', LOST);
    assert.equal(fleet.ended('0-0', 1), false);
  });

  it('stay when there is no other phone', async () => {
    const { fleet, assign, failed } = fleetOf(['a']);
    await assign();
    failed(LOST);
    assert.equal(fleet.ended('0-0', 1), false);
  });

  it('stay when the run is over', async () => {
    const { fleet, assign, failed } = fleetOf(['a', 'b']);
    await assign();
    failed(LOST);
    fleet.close();
    assert.equal(fleet.ended('0-0', 1), false);
  });
});

describe('a phone of the run', () => {
  async function failures(...errors: (ErrorInfo | undefined)[]): Promise<string[]> {
    const { fleet, assign, failed, told } = fleetOf(['a', 'b'], false);
    for (const [index, error] of errors.entries()) {
      const worker = `0-${index}`;
      await assign(worker, 'a');
      if (error === undefined) fleet.report(worker, { ...TEST, outcome: 'passed' });
      else failed(error, worker);
      fleet.ended(worker, error === undefined ? 0 : 1);
    }
    return told;
  }

  it('is out after three failures of its own in a row', async () => {
    assert.deepEqual(await failures(LOST, LOST, LOST), ['out a: PhoneUnreliableError']);
  });

  it('is not out when it did its work in between', async () => {
    assert.deepEqual(await failures(LOST, LOST, undefined, LOST), []);
  });

  it('is not out for failures of the product', async () => {
    assert.deepEqual(await failures(PRODUCT, PRODUCT, PRODUCT), []);
  });

  it('that is out has its other specs reported as not run', async () => {
    const { fleet, assign, told } = fleetOf(['a', 'b'], false);
    fleet.takeOut('a', LOST);
    assert.equal(await assign('0-1', 'a'), undefined);
    assert.deepEqual(told, [
      'out a: PhoneLostError',
      'not run 0-1 specs/sign-up.spec.ts on a: PhoneLostError: gone',
    ]);
  });

  it('that went before there was a session on it has its specs reported as not run', async () => {
    const { fleet, assign, told } = fleetOf(['a', 'b'], false);
    await assign('0-0', 'a');
    fleet.report('0-0', { kind: 'worker-failed', error: NO_SESSION });
    fleet.takeOut('a', LOST);
    assert.equal(fleet.ended('0-0', 1), false);
    assert.deepEqual(told, [
      'out a: PhoneLostError',
      'not run 0-0 specs/sign-up.spec.ts on a: PhoneLostError: gone',
    ]);
  });

  it('that went during a test leaves that to tell of it', async () => {
    const { fleet, assign, failed, told } = fleetOf(['a', 'b'], false);
    await assign('0-0', 'a');
    failed(LOST);
    fleet.takeOut('a', LOST);
    fleet.ended('0-0', 1);
    assert.deepEqual(told, ['out a: PhoneLostError']);
  });

  it('that was the last one ends the run', () => {
    const { fleet, told } = fleetOf(['a']);
    fleet.takeOut('a', LOST);
    assert.deepEqual(told, ['out a: PhoneLostError', 'nobody left']);
  });

  it('goes out once', () => {
    const { fleet, told } = fleetOf(['a', 'b']);
    fleet.takeOut('a', LOST);
    fleet.takeOut('a', LOST);
    assert.deepEqual(told, ['out a: PhoneLostError']);
  });

  it('is lent beside another one to specs for two phones', async () => {
    const { fleet } = fleetOf(['a', 'b']);
    const files = ['file:///clone/specs/two.spec.ts'];
    const assigned = await fleet.assign({ worker: '0-0', files, serial: 'b' });
    assert.deepEqual(assigned, {
      serial: 'b',
      assignment: { second: 'a', moved: undefined },
    });
  });
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { InterruptedPhone } from './interrupted-phone.ts';

const CALLER = '+12015550100';
const IN_CALL = 'com.android.incallui:id';
/** Longer than other notifications stay at the top of the screen. */
const LONG_MS = 20_000;

describe('an incoming call', () => {
  let phone: InterruptedPhone;
  beforeEach(async () => {
    phone = new InterruptedPhone();
    await phone.start();
    await phone.toTypedNumber();
  });
  afterEach(() => phone.stop());

  const ring = (as?: string) =>
    phone.make('POST', '/calls', { from: CALLER, ...(as === undefined ? {} : { as }) });
  const headsUp = () =>
    phone.system.windows.automation.windows().find(({ title }) => title?.startsWith('Heads-up'));

  describe('at the top of the screen', () => {
    beforeEach(() => ring());

    it('leaves the page in the tree', () => {
      assert.ok(phone.isAtTypedNumber);
    });

    it('stays while it rings', () => {
      phone.clock.advance(LONG_MS);
      assert.ok(headsUp());
    });

    it('goes when the caller hangs up', async () => {
      await phone.make('POST', '/calls/end');
      assert.equal(headsUp(), undefined);
    });

    it('has the screen once it is answered', async () => {
      await phone.make('POST', '/calls/answer');
      assert.ok(phone.find({ id: `${IN_CALL}/endButton` }));
    });
  });

  describe('in place of the screen', () => {
    beforeEach(() => ring('full-screen'));

    it('is what the tree shows', () => {
      assert.equal(phone.find({ id: `${IN_CALL}/name` })?.text, CALLER);
    });

    it('leaves the page with what was typed when it is declined', async () => {
      await phone.tapId(`${IN_CALL}/declinebutton`);
      assert.ok(phone.isAtTypedNumber);
    });

    it('can be answered', async () => {
      await phone.tapId(`${IN_CALL}/answerbutton`);
      assert.ok(phone.find({ id: `${IN_CALL}/endButton` }));
    });

    it('leaves the page with what was typed when the caller hangs up', async () => {
      await phone.tapId(`${IN_CALL}/answerbutton`);
      await phone.make('POST', '/calls/end');
      assert.ok(phone.isAtTypedNumber);
    });
  });

  it('has the screen when the phone is locked', async () => {
    phone.system.gates.set('lock-screen', 'swipe');
    await phone.make('POST', '/key', { name: 'POWER' });
    await ring();
    assert.ok(phone.find({ id: `${IN_CALL}/answerbutton` }));
  });

  it('leaves the lock screen when it is over', async () => {
    phone.system.gates.set('lock-screen', 'swipe');
    await phone.make('POST', '/key', { name: 'POWER' });
    await ring();
    await phone.make('POST', '/calls/end');
    assert.ok(phone.find({ id: 'com.android.systemui:id/keyguard_root_view' }));
  });

  it('does not come in airplane mode', async () => {
    await phone.make('PUT', '/airplane', { on: true });
    const [status] = await phone.ask('POST', '/calls', { from: CALLER });
    assert.equal(status, 400);
  });

  it('keeps a second one away', async () => {
    await ring();
    const [status] = await phone.ask('POST', '/calls', { from: '10086' });
    assert.equal(status, 400);
  });
});

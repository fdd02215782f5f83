import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PhonePool, type LentPhones, type PhoneWish } from '../../../launcher/fleet/pool.ts';

const ANY: PhoneWish = { second: false };

/** What was answered so far, in the order of the wishes: `waiting` while nothing was. */
function ask(pool: PhonePool, ...wishes: PhoneWish[]) {
  const answers: (LentPhones | undefined | 'waiting')[] = wishes.map(() => 'waiting');
  wishes.forEach((wish, index) => void pool.lend(wish).then((lent) => (answers[index] = lent)));
  return async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return answers.map((lent) =>
      typeof lent === 'object' ? [lent.serial, lent.second].filter(Boolean).join('+') : lent,
    );
  };
}

const lent = (serial: string, second?: string): LentPhones => ({ serial, second });

describe('the pool of phones', () => {
  it('lends each phone to one at a time', async () => {
    const answers = ask(new PhonePool(['a', 'b']), ANY, ANY, ANY);
    assert.deepEqual(await answers(), ['a', 'b', 'waiting']);
  });

  it('lends what was given back', async () => {
    const pool = new PhonePool(['a']);
    const answers = ask(pool, ANY, ANY);
    await answers();
    pool.giveBack(lent('a'));
    assert.deepEqual(await answers(), ['a', 'a']);
  });

  it('keeps a phone for whoever wants that one', async () => {
    const pool = new PhonePool(['a', 'b']);
    const answers = ask(pool, { serial: 'b', second: false }, { serial: 'b', second: false }, ANY);
    assert.deepEqual(await answers(), ['b', 'waiting', 'a']);
  });

  it('does not lend the phone that the specs come from', async () => {
    const answers = ask(new PhonePool(['a', 'b']), { not: 'a', second: false });
    assert.deepEqual(await answers(), ['b']);
  });

  it('lends two at once or none', async () => {
    const pool = new PhonePool(['a', 'b']);
    const answers = ask(pool, { serial: 'a', second: true }, { serial: 'b', second: true });
    assert.deepEqual(await answers(), ['a+b', 'waiting']);
    pool.giveBack(lent('a', 'b'));
    assert.deepEqual(await answers(), ['a+b', 'b+a']);
  });

  it('lets nobody get ahead of who waits for two', async () => {
    const pool = new PhonePool(['a', 'b']);
    const answers = ask(pool, { serial: 'a', second: false }, { second: true }, ANY);
    assert.deepEqual(await answers(), ['a', 'waiting', 'waiting']);
    pool.giveBack(lent('a'));
    assert.deepEqual(await answers(), ['a', 'a+b', 'waiting']);
  });

  it('lends one where two are wanted and there is no other', async () => {
    assert.deepEqual(await ask(new PhonePool(['a']), { second: true })(), ['a']);
  });

  it('tells who waits for a phone that it is out', async () => {
    const pool = new PhonePool(['a', 'b']);
    const answers = ask(pool, { serial: 'a', second: false }, { serial: 'a', second: false });
    await answers();
    pool.takeOut('a');
    assert.deepEqual(await answers(), ['a', undefined]);
  });

  it('does not lend a phone again that went out while it was lent', async () => {
    const pool = new PhonePool(['a', 'b']);
    const answers = ask(pool, ANY, ANY, ANY);
    await answers();
    pool.takeOut('a');
    pool.giveBack(lent('a'));
    assert.deepEqual(await answers(), ['a', 'b', 'waiting']);
  });

  it('lends nothing once it is closed', async () => {
    const pool = new PhonePool(['a']);
    const answers = ask(pool, ANY, ANY);
    await answers();
    pool.close();
    assert.deepEqual(await answers(), ['a', undefined]);
  });
});

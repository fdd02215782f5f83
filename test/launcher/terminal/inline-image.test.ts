import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCanvas } from '@napi-rs/canvas';
import { imageProtocol, inlineImage } from '../../../launcher/terminal/inline-image.ts';

function png(width: number, height: number): Buffer {
  return createCanvas(width, height).toBuffer('image/png');
}

/** What the pieces of a kitty picture say, and the file that they hold together. */
function kittyPieces(text: string) {
  const pieces = [...text.matchAll(/\u001B_G([^;]*);([^\u001B]*)\u001B\\/g)];
  assert.equal(pieces.map(([all]) => all).join(''), text);
  const keys = pieces.map(([, options = '']) => options);
  const data = pieces.map(([, , base64 = '']) => base64);
  return { keys, data };
}

describe('a picture in a terminal', () => {
  it('is shown seven lines high, in its own proportions', () => {
    const { keys, data } = kittyPieces(inlineImage(png(200, 70), 'kitty', 80) ?? '');
    assert.deepEqual(keys, ['a=T,f=100,q=2,c=40,r=7,m=0']);
    assert.deepEqual(Buffer.from(data.join(''), 'base64'), png(200, 70));
  });

  it('is not wider than the terminal', () => {
    const { keys } = kittyPieces(inlineImage(png(400, 70), 'kitty', 40) ?? '');
    assert.deepEqual(keys, ['a=T,f=100,q=2,c=40,r=4,m=0']);
  });

  it('goes to kitty in pieces of 4096 characters at most', () => {
    const file = Buffer.concat([png(200, 70), Buffer.alloc(9000, 1)]);
    const { keys, data } = kittyPieces(inlineImage(file, 'kitty', 80) ?? '');
    assert.deepEqual(
      keys.slice(1, -1),
      keys.slice(1, -1).map(() => 'm=1'),
    );
    assert.equal(keys.at(-1), 'm=0');
    assert.ok(data.length > 2 && data.every((piece) => piece.length <= 4096));
    assert.deepEqual(Buffer.from(data.join(''), 'base64'), file);
  });

  it('goes to iTerm2 as one file with its size in cells', () => {
    const file = png(200, 70);
    const options = `inline=1;size=${file.length};width=40;height=7;preserveAspectRatio=1`;
    assert.equal(
      inlineImage(file, 'iterm2', 80),
      `\u001B]1337;File=${options}:${file.toString('base64')}\u0007`,
    );
  });

  for (const [what, file] of [
    ['nothing', Buffer.alloc(0)],
    ['something else', Buffer.from('GIF89a'.padEnd(40))],
    ['a PNG that is cut off', png(2, 2).subarray(0, 20)],
  ] as const) {
    it(`is not made of ${what}`, () => {
      assert.equal(inlineImage(file, 'kitty', 80), undefined);
    });
  }
});

describe('what a terminal can show', () => {
  const both = { kitty: true, iterm2: true };
  for (const [name, supports, env, expected] of [
    ['kitty', both, {}, 'kitty'],
    ['iTerm2', { kitty: false, iterm2: true }, {}, 'iterm2'],
    ['any other', { kitty: false, iterm2: false }, {}, undefined],
    ['tmux in kitty', both, { TMUX: '/tmp/tmux' }, undefined],
    ['screen in kitty', both, { STY: '1.pts' }, undefined],
    ['tmux at the other end of ssh', both, { TERM: 'tmux-256color' }, undefined],
  ] as const) {
    it(`${name}: ${String(expected)}`, () => {
      assert.equal(imageProtocol(supports, env), expected);
    });
  }
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openTreeIn } from '../../launcher/evidence/log-trees.ts';
import { textPieces } from '../../launcher/text-pieces.ts';

describe('a text in pieces', () => {
  const folder = mkdtempSync(join(tmpdir(), 'text-pieces-'));
  const path = join(folder, 'some.log');
  after(() => rmSync(folder, { recursive: true }));

  const piecesOf = (text: string, pieceBytes: number): string[] => {
    writeFileSync(path, text);
    return [...textPieces(path, openTreeIn, pieceBytes)];
  };

  it('is whole, and is cut between lines only', () => {
    const text = 'one\ntwo with 验证码\nthree\nthe last has no end';
    for (let pieceBytes = 1; pieceBytes < 40; pieceBytes += 1) {
      const pieces = piecesOf(text, pieceBytes);
      assert.equal(pieces.join(''), text);
      assert.ok(pieces.slice(0, -1).every((piece) => piece.endsWith('\n')));
    }
  });

  it('is not cut in a tree', () => {
    const tree = '<hierarchy>\n<node text="a"/>\n</hierarchy>\n';
    for (let pieceBytes = 1; pieceBytes < 60; pieceBytes += 1) {
      const pieces = piecesOf(`before\n${tree}behind\n`, pieceBytes);
      assert.equal(pieces.filter((piece) => piece.includes('<hierarchy>')).length, 1);
      assert.ok(pieces.some((piece) => piece.includes(tree)));
    }
  });

  it('is cut behind a tree that is told in one line', () => {
    const line = '"<hierarchy>\\n<node/>…\n';
    assert.deepEqual(piecesOf(`${line}behind\n`, Buffer.byteLength(line)), [line, 'behind\n']);
  });

  it('is nothing for an empty file', () => {
    assert.deepEqual(piecesOf('', 8), []);
  });
});

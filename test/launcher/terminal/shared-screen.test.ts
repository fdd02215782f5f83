import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sharedScreen } from '../../../launcher/terminal/shared-screen.ts';
import { TerminalView } from '../../../launcher/terminal/terminal.ts';
import { VirtualScreen } from './virtual-screen.ts';

function setUp() {
  const screen = new VirtualScreen();
  const stream = screen as unknown as NodeJS.WriteStream;
  const shared = sharedScreen(stream);
  const view = new TerminalView(shared.screen, { live: true, color: false, now: () => 0 });
  shared.share(view);
  view.status('in place');
  return { screen, stream, view, unshare: shared.unshare };
}

describe('a stream that others print to', () => {
  it('has their lines above those in place', () => {
    const { screen, stream } = setUp();
    stream.write('[0-0] RUNNING\n');
    assert.equal(screen.text, '[0-0] RUNNING\n  in place');
  });

  it('has a line when it is whole', () => {
    const { screen, stream } = setUp();
    stream.write('[0-0] ');
    assert.equal(screen.text, '  in place');
    stream.write('PASSED\n');
    assert.equal(screen.text, '[0-0] PASSED\n  in place');
  });

  it('tells them when it has taken what they print', async () => {
    const { stream } = setUp();
    await new Promise<void>((resolve) => stream.write('line\n', () => resolve()));
  });

  it('loses nothing when it is no longer shared', () => {
    const { screen, stream, view, unshare } = setUp();
    stream.write('begun');
    view.end();
    unshare();
    stream.write(' and ended');
    assert.equal(screen.text, 'begun and ended');
  });

  it('leaves a line that a person edits to whoever edits it', () => {
    const { screen, stream, view } = setUp();
    view.prompt({ row: 0, draw: () => stream.write('text: ') });
    stream.write('k7');
    assert.equal(screen.text, '  in place\ntext: k7');
  });
});

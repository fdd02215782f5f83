import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { loadSettings } from '../../config/settings.ts';
import { PortTakenError } from '../../launcher/errors.ts';
import { RunFolder } from '../../launcher/run-folder.ts';
import { Services } from '../../launcher/services.ts';

for (const which of ['console', 'adb'] as const) {
  it(`a ${which} port of the emulated phone that is taken is told with its setting`, async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    // The console's port is even, adb's the next one; the one beside it is whoever's it is.
    const port = (other.address() as AddressInfo).port;
    const consolePort = which === 'console' ? port : port - 1;
    const settings = loadSettings({});
    settings.emulator.port = consolePort;
    try {
      await assert.rejects(
        Services.start({
          settings,
          folder: new RunFolder(join(tmpdir(), 'never-created')),
          signal: new AbortController().signal,
          onPhone: () => undefined,
          onLost: () => undefined,
        }),
        (error: unknown) =>
          error instanceof PortTakenError && /MI_EMULATOR_PORT/.test(error.message),
      );
    } finally {
      other.close();
    }
  });
}

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

/** Port of each, from MI_EMULATOR_PORT on. */
const PORTS = { console: 0, adb: 1, "second phone's console": 2, "second phone's adb": 3 };

for (const [which, offset] of Object.entries(PORTS)) {
  it(`a ${which} port that is taken is told with its setting`, async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = (other.address() as AddressInfo).port;
    const settings = loadSettings({ MI_EMULATOR_PROFILE: 'redmi-7a,xiaomi-13' });
    settings.emulator.port = port - offset;
    try {
      await assert.rejects(
        Services.start({
          settings,
          runId: 'test',
          folder: new RunFolder(join(tmpdir(), 'never-created')),
          signal: new AbortController().signal,
          onPhone: () => undefined,
          onLeftOut: () => undefined,
          mayBegin: () => Promise.resolve(),
          onNote: () => undefined,
          onLost: () => undefined,
        }),
        (error: unknown) =>
          error instanceof PortTakenError &&
          error.message.includes('MI_EMULATOR_PORT') &&
          error.message.includes(String(port)),
      );
    } finally {
      other.close();
    }
  });
}

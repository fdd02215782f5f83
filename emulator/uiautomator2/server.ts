import type { InstrumentationContext } from '../android/instrumentation-registry.ts';
import { HttpServer } from './http/http-server.ts';
import type { PhoneServices } from './phone-services.ts';

/**
 * The ports of a server that was started without arguments, as Appium's driver starts it; the
 * settings `serverPort` and `mjpegServerPort` are read at its start only.
 */
const DEVICE_PORT = 6790;
const MJPEG_DEVICE_PORT = 7810;
/** The answer to `DELETE …/session` is delivered before the server goes. */
const SHUTDOWN_DELAY_MS = 15;
/** android.app.Activity.RESULT_OK */
const RESULT_OK = -1;

/**
 * The server that Appium's UiAutomator2 driver installs on a phone and talks to: W3C WebDriver and
 * Appium's extensions over HTTP on the device port 6790. It runs as an instrumentation
 * (`am instrument -w … io.appium.uiautomator2.server.test/…AndroidJUnitRunner`).
 */
export class UiAutomator2Server {
  readonly #phone: PhoneServices;

  constructor(phone: PhoneServices) {
    this.#phone = phone;
  }

  /**
   * The body of the instrumentation: serves until the session is deleted or the process killed.
   * Resolves with the instrumentation's result code.
   */
  async run(context: InstrumentationContext): Promise<number> {
    const { clock, ports, power } = this.#phone;
    const startMs = clock.now();
    const ended = new AbortController();
    const end = () => ended.abort();
    context.signal.addEventListener('abort', end, { once: true });
    // The port answers at once; the code behind it is loaded while the first request waits.
    const loading = this.#load(() => clock.after(SHUTDOWN_DELAY_MS, end));
    const http = new HttpServer(async (...request) =>
      (await loading).dispatcher.dispatch(...request),
    );
    const stopListening = ports.listen(DEVICE_PORT, (socket) => http.accept(socket));
    const stopStreaming = ports.listen(MJPEG_DEVICE_PORT, (socket) => {
      loading.then(({ core }) => core.mjpeg.accept(socket)).catch(() => socket.destroy());
    });
    power.wake();
    context.stdout('\nio.appium.uiautomator2.server.test.AppiumUiAutomator2Server:');
    try {
      const { core } = await loading;
      if (!context.signal.aborted) await aborted(ended.signal);
      core.stop();
    } finally {
      context.signal.removeEventListener('abort', end);
      stopListening();
      stopStreaming();
      http.stop();
    }
    // Whoever is killed says nothing more.
    if (context.signal.aborted) return RESULT_OK;
    const seconds = ((clock.now() - startMs) / 1000).toFixed(3);
    context.stdout(`.\n\nTime: ${seconds}\n\nOK (1 test)\n\n`);
    return RESULT_OK;
  }

  async #load(shutDown: () => void) {
    const [{ Dispatcher }, { ServerCore }] = await Promise.all([
      import('./dispatcher.ts'),
      import('./server-core.ts'),
    ]);
    const core = new ServerCore(this.#phone, shutDown);
    return { core, dispatcher: new Dispatcher(core) };
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

import { Masker } from '../../config/masker.ts';
import { authorization } from '../../config/remote-appium.ts';
import { addSecrets } from '../../config/secrets.ts';
import { loadSettings } from '../../config/settings.ts';
import { settingsOfPhone } from '../../config/targets/phones-of-run.ts';
import { timeouts } from '../../config/timeouts.ts';
import { errorInfo, InterruptedError } from '../errors.ts';
import { ASSIGNMENT, type AssignedCapabilities } from '../fleet/assignment.ts';
import { ProgressClient } from '../progress/client.ts';
import type { ErrorInfo, StopMessage } from '../progress/messages.ts';
import type { RunFolder } from '../run-folder.ts';
import { SIGNALS } from '../signals.ts';
import { workerState } from './state.ts';
import { testGate } from './test-gate.ts';

/** A worker that is still there this long after its launching process ended, ends by itself. */
const ORPHAN_GRACE_MS = 10_000;

/** The part of WebdriverIO's live configuration that holds limits. */
export type LimitConfig = Pick<
  WebdriverIO.Config,
  'mochaOpts' | 'connectionRetryTimeout' | 'connectionRetryCount' | 'headers'
>;

/**
 * Connects a worker to the launching process, before it has a session, and puts the limits that
 * follow from the settings into its configuration.
 * @param id WebdriverIO's id of the worker.
 * @throws Error when the run has no phone of that serial.
 */
export async function linkWorker(
  folder: RunFolder,
  config: LimitConfig,
  capabilities: AssignedCapabilities,
  id: string,
): Promise<void> {
  const state = workerState();
  const { 'appium:udid': serial, [ASSIGNMENT]: assignment } = capabilities;
  // No session has it among its capabilities.
  delete capabilities[ASSIGNMENT];
  takeOverWorkerSignals();
  const run = folder.readRunFile();
  const phone = run.phones.find((candidate) => candidate.serial === serial);
  if (phone === undefined) throw new Error(`The run has no phone ${serial ?? 'without a serial'}.`);
  const settings = settingsOfPhone(loadSettings(), phone);
  const masker = new Masker();
  addSecrets(masker, settings);
  for (const { number } of run.phones) masker.addPhoneNumber(number);
  const limits = timeouts(settings);
  config.mochaOpts = { ...config.mochaOpts, timeout: limits.mochaTimeoutMs };
  config.connectionRetryTimeout = limits.connectionRetryTimeoutMs;
  config.connectionRetryCount = limits.connectionRetryCount;
  if (settings.target === 'remote' && settings.remote !== undefined) {
    config.headers = { ...config.headers, ...authorization(settings.remote) };
  }
  const client = await ProgressClient.connect(
    run.progress,
    { id, serial: phone.serial },
    stopOnMessage,
  );
  const rootHooks = testGate(phone.environment, (title, reason) =>
    client.emit({ type: 'note', text: `${phone.serial}: “${title}” is skipped: ${reason}.` }),
  );
  // An option of Mocha's that WebdriverIO passes on without having it in its types.
  Object.assign(config.mochaOpts, { rootHooks });
  state.link = { run, phone, assignment, settings, masker, client };
}

/**
 * WebdriverIO's own handlers end a worker five seconds after Ctrl-C, with its results unwritten.
 */
function takeOverWorkerSignals(): void {
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal);
    process.on(signal, () => stop(errorInfo(new InterruptedError(signal))));
  }
}

function stopOnMessage(message: StopMessage | undefined): void {
  if (message !== undefined) {
    stop(message.error);
    return;
  }
  stop(errorInfo(new InterruptedError('the launching process ended')));
  setTimeout(() => process.exit(1), ORPHAN_GRACE_MS).unref();
}

/** The error is the one the run was stopped with: its type stays its name. */
function stop({ type, message, category }: ErrorInfo): void {
  workerState().stop.abort(Object.assign(new Error(message), { name: type, category }));
}

import { RealHarnessClock } from '../config/clock.ts';
import type { ProgressEvent } from '../config/progress.ts';
import type { Settings } from '../config/settings.ts';
import type { Questions } from '../operator/questions.ts';
import { OperatorServer } from '../operator/server.ts';
import { errorLines } from './errors.ts';
import type { OpenPhone } from './open-phone.ts';
import { assertPortFree } from './ports.ts';
import type { Summary } from './summary.ts';

/** The operator page of a run, where it has one. */
export class OperatorPage {
  /** With its token. */
  readonly address: string;
  readonly #server: OperatorServer;

  private constructor(server: OperatorServer, address: string) {
    this.#server = server;
    this.address = address;
  }

  /**
   * Serves the page if a person wants to watch, or may be asked.
   * @throws {PortTakenError} for a port that the settings ask for.
   */
  static async start(settings: Settings, questions: Questions): Promise<OperatorPage | undefined> {
    const { watch, port } = settings.operator;
    const mayAsk = settings.pictureCode === 'ask' || settings.ocr.fallback === 'ask';
    if (!watch && !mayAsk) return undefined;
    if (port !== undefined) await assertPortFree(port, 'MI_OPERATOR_PORT');
    const server = new OperatorServer({ questions, clock: new RealHarnessClock(), port });
    return new OperatorPage(server, await server.start());
  }

  addPhone({ phone: { serial, model, system }, ports }: Pick<OpenPhone, 'phone' | 'ports'>): void {
    this.#server.addPhone({ serial, model, system, mjpegPort: ports?.mjpeg });
  }

  /** @param event its texts masked. */
  progress(event: ProgressEvent): void {
    this.#server.progress(event);
  }

  /** Tells who looks what came of the run, and stops serving. */
  async end({ outcome, durationMs, error }: Summary, report: string | undefined): Promise<void> {
    await this.#server.end({
      outcome,
      durationMs,
      report,
      error: error === null ? undefined : errorLines(error),
    });
  }
}

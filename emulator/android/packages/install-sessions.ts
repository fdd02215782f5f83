import type { InstallOptions } from './package-manager.ts';

interface InstallSession {
  readonly options: InstallOptions;
  /** Base and split APKs by the name they were written under. */
  readonly apks: Map<string, Buffer>;
}

const FIRST_SESSION_ID = 1_307_442_811;

/** Installations in several steps (android.content.pm.PackageInstaller). */
export class InstallSessions {
  readonly #sessions = new Map<number, InstallSession>();
  #nextId = FIRST_SESSION_ID;

  create(options: InstallOptions): number {
    const id = this.#nextId;
    this.#nextId += 4057;
    this.#sessions.set(id, { options, apks: new Map() });
    return id;
  }

  get(id: number): InstallSession | undefined {
    return this.#sessions.get(id);
  }

  /** Whether there was such a session. */
  remove(id: number): boolean {
    return this.#sessions.delete(id);
  }
}

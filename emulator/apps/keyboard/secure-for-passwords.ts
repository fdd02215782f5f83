import type { InputConnection, InputMethod } from '../../ui/input-method.ts';
import type { UiNode } from '../../ui/jsx-runtime.ts';

/** An everyday keyboard, with a secure one in its place for passwords. */
export class SecureForPasswords implements InputMethod {
  readonly #everyday: InputMethod;
  readonly #secure: InputMethod;
  #open: InputMethod;

  constructor(everyday: InputMethod, secure: InputMethod) {
    this.#everyday = everyday;
    this.#secure = secure;
    this.#open = everyday;
  }

  get packageName(): string {
    return this.#open.packageName;
  }

  get secure(): boolean {
    return this.#open === this.#secure;
  }

  get enabled(): boolean {
    return this.#everyday.enabled;
  }

  start(connection: InputConnection, invalidate: () => void): void {
    this.#open = connection.input.kind === 'password' ? this.#secure : this.#everyday;
    this.#open.start(connection, invalidate);
  }

  render(maxHeightDp: number): UiNode {
    return this.#open.render(maxHeightDp);
  }
}

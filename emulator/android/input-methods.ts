import type { PackageManager } from './packages/package-manager.ts';
import type { SettingsProvider } from './settings-provider.ts';

export interface InputMethod {
  /** Flattened component, e.g. `io.appium.settings/.UnicodeIME`. */
  readonly id: string;
  readonly packageName: string;
  readonly className: string;
  readonly label: string;
}

const INPUT_METHOD_ACTION = 'android.view.InputMethod';
/** Separates the entries of the secure setting `enabled_input_methods`. */
const SEPARATOR = ':';

/** The keyboards on the phone (android.view.inputmethod.InputMethodManager). */
export class InputMethods {
  readonly #packages: PackageManager;
  readonly #settings: SettingsProvider;
  /** The keyboard that comes with the phone. */
  readonly builtIn: InputMethod;

  constructor(packages: PackageManager, settings: SettingsProvider, builtIn: InputMethod) {
    this.#packages = packages;
    this.#settings = settings;
    this.builtIn = builtIn;
  }

  /** All that are installed. */
  list(): InputMethod[] {
    const installed = this.#packages.list().flatMap(({ packageName, label, services }) =>
      services
        .filter((service) => service.actions.includes(INPUT_METHOD_ACTION))
        .map(({ className, label: serviceLabel }) => ({
          id: flattenComponent(packageName, className),
          packageName,
          className,
          label: serviceLabel ?? label,
        })),
    );
    return [this.builtIn, ...installed];
  }

  find(id: string): InputMethod | undefined {
    return this.list().find((method) => method.id === id || fullId(method) === id);
  }

  /** Those the person, or `ime enable`, has switched on. */
  enabled(): InputMethod[] {
    const ids = this.#enabledIds();
    return this.list().filter((method) => ids.includes(method.id));
  }

  /** The one that is in use. */
  get current(): InputMethod {
    return this.find(this.#settings.get('secure', 'default_input_method') ?? '') ?? this.builtIn;
  }

  enable(method: InputMethod): void {
    if (this.#enabledIds().includes(method.id)) return;
    this.#write([...this.#enabledIds(), method.id]);
  }

  disable(method: InputMethod): void {
    this.#write(this.#enabledIds().filter((id) => id !== method.id));
    if (this.current.id === method.id) this.select(this.builtIn);
  }

  select(method: InputMethod): void {
    this.#settings.put('secure', 'default_input_method', method.id);
  }

  reset(): void {
    this.#write([this.builtIn.id]);
    this.select(this.builtIn);
  }

  #enabledIds(): string[] {
    const value = this.#settings.get('secure', 'enabled_input_methods') ?? '';
    return value.split(SEPARATOR).filter((id) => id !== '');
  }

  #write(ids: readonly string[]): void {
    this.#settings.put('secure', 'enabled_input_methods', ids.join(SEPARATOR));
  }
}

/** `package/.Class` for a class inside the package, else `package/full.Class`. */
export function flattenComponent(packageName: string, className: string): string {
  const inside = className.startsWith(`${packageName}.`);
  return `${packageName}/${inside ? className.slice(packageName.length) : className}`;
}

function fullId(method: InputMethod): string {
  return `${method.packageName}/${method.className}`;
}

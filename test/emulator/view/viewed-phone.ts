import { SystemClock } from '../../../emulator/android/clock.ts';
import { Gates } from '../../../emulator/android/gates/gates.ts';
import { AndroidSystem } from '../../../emulator/android/system.ts';
import { systemApps } from '../../../emulator/apps/index.ts';
import { defaultProfile } from '../../../emulator/profiles/index.ts';
import { ViewServer } from '../../../emulator/view/view-server.ts';

const DEADLINE_MS = 10_000;

/** A phone, booted, and the server of its page. */
export class ViewedPhone {
  readonly #clock = new SystemClock();
  readonly system = new AndroidSystem({
    profile: defaultProfile,
    clock: this.#clock,
    apps: systemApps(defaultProfile),
    phoneNumber: '+12015550123',
    gates: new Gates({ secure: 'on' }),
  });
  readonly logged: string[] = [];
  readonly #server = new ViewServer(this.system, 'Phone <1>', (line) => this.logged.push(line));
  url = '';

  async start(): Promise<void> {
    this.system.boot();
    ({ url: this.url } = await this.#server.start());
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    await this.system.stop();
    this.#clock.stop();
  }

  open(component: string): void {
    const [packageName = '', className = ''] = component.split('/');
    this.system.activities.start({
      component: { packageName, className: packageName + className },
    });
  }

  /** The nodes of the active window. */
  nodes() {
    const root = this.system.windows.automation.rootInActiveWindow();
    const below = (node: NonNullable<typeof root>): NonNullable<typeof root>[] => [
      node,
      ...node.children.flatMap(below),
    ];
    return root ? below(root) : [];
  }

  byText(text: string) {
    return this.nodes().find((node) => node.text === text);
  }

  /** Waits for what a request from the page makes of the screen. */
  async until(isSo: () => boolean, what: string): Promise<void> {
    const deadlineMs = Date.now() + DEADLINE_MS;
    while (!isSo()) {
      if (Date.now() > deadlineMs) {
        throw new Error(
          `waited for ${what}; there is ${this.nodes()
            .flatMap(({ text }) => text || [])
            .join(' | ')}`,
        );
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

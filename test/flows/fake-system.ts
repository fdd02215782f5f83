import type { FakeView } from './fake-screen.ts';

/** android.view.KeyEvent */
const KEYCODE_APP_SWITCH = 187;

type Over = 'lock' | 'shade' | 'home' | 'messages' | 'call' | FakeView[];

/** What a phone's system puts over the screens of its apps, and the commands that see to it. */
export class FakeSystem {
  /** The commands it got, in order; without questions. */
  readonly log: string[] = [];
  airplaneMode = false;
  /** Whether the account app has a process. */
  appRuns = true;
  /** A lock screen that wants a PIN. */
  pin = false;
  #over: Over | undefined;
  #recents = 0;

  /** Puts something over everything. */
  put(over: Over): void {
    this.#over = over;
  }

  /** It goes away. @param how what was done to it. */
  take(how: string): void {
    this.log.push(how);
    this.#over = undefined;
  }

  views(): FakeView[] | undefined {
    switch (this.#over) {
      case undefined:
        return undefined;
      case 'lock':
      case 'shade':
        return [{ packageName: 'com.android.systemui', text: '12:00' }];
      case 'home':
        return [{ packageName: 'com.miui.home', text: 'Settings' }];
      case 'messages':
        return [{ packageName: 'com.android.mms', text: 'Messages' }];
      case 'call':
        return [
          {
            id: 'com.android.incallui:id/declinebutton',
            packageName: 'com.android.incallui',
            onClick: () => this.take('decline'),
          },
        ];
      default:
        return this.#over;
    }
  }

  command(command: string, args: Readonly<Record<string, unknown>>): unknown {
    switch (command) {
      case 'mobile: isLocked':
        return this.#over === 'lock';
      case 'mobile: unlock':
        if (this.pin) this.log.push('unlock');
        else this.take('unlock');
        return null;
      case 'mobile: statusBar':
        this.take(String(args['command']));
        return null;
      case 'mobile: pressKey':
        return this.#press(Number(args['keycode']));
      case 'mobile: queryAppState':
        return this.appRuns ? 4 : 1;
      case 'mobile: getConnectivity':
        return { airplaneMode: this.airplaneMode };
      default:
        return null;
    }
  }

  /** The key Back. @returns whether it was for what is over the apps. */
  back(): boolean {
    if (this.#over !== 'messages') return false;
    this.take('back');
    return true;
  }

  #press(keycode: number): null {
    if (keycode !== KEYCODE_APP_SWITCH || this.#over !== 'home') return null;
    this.#recents += 1;
    if (this.#recents % 2 === 0) this.take('recent apps');
    return null;
  }
}

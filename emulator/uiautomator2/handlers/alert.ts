import type { AccessibilityNode } from '../../android/accessibility.ts';
import { type Command, get, post, type Route } from '../command.ts';
import { InvalidElementStateError, NoAlertOpenError } from '../errors.ts';
import { center } from '../gestures/gestures.ts';

/** Dialogs are known by the ids of Android's own (io.appium.uiautomator2.utils.AlertHelpers). */
const ALERT_TITLE = /^.+:id\/(?:alertTitle|custom)$/;
const ALERT_BUTTON = /^android:id\/button(\d+)$/;
const PERMISSION_MESSAGE = /^.+:id\/permission_message$/;
const PERMISSION_BUTTON = /^.+:id\/permission_\w+_button$/;
const ALLOW_BUTTON = /^.*[^a-z]allow[^a-z].*$/i;
const DENY_BUTTON = /^.*[^a-z]deny[^a-z].*$/i;
const CONTENT_ID = 'android:id/content';
const ANY_ID = /^.+:id\/.+$/;

type AlertKind = 'regular' | 'permission';

export const alertRoutes: readonly Route[] = [
  get('/alert/text', async (command) => {
    const alert = await Alert.find(command);
    return alert.text();
  }),
  post('/alert/accept', (command) => answer(command, 'accept')),
  post('/alert/dismiss', (command) => answer(command, 'dismiss')),
];

async function answer(command: Command, action: 'accept' | 'dismiss'): Promise<null> {
  const alert = await Alert.find(command);
  const button = alert.button(action, command.body.string('buttonLabel'));
  if (!button) {
    throw new InvalidElementStateError('The expected button cannot be detected on the alert');
  }
  await command.server.gestures.click(center(button.bounds));
  return null;
}

class Alert {
  readonly #kind: AlertKind;
  readonly #nodes: readonly AccessibilityNode[];
  readonly #command: Command;

  private constructor(kind: AlertKind, nodes: readonly AccessibilityNode[], command: Command) {
    this.#kind = kind;
    this.#nodes = nodes;
    this.#command = command;
  }

  /** @throws NoAlertOpenError */
  static async find(command: Command): Promise<Alert> {
    await command.server.tree.waitForIdle();
    const nodes = visibleNodes(await allRoots(command), command);
    if (withId(nodes, ALERT_TITLE).length > 0) return new Alert('regular', nodes, command);
    if (withId(nodes, PERMISSION_MESSAGE).length > 0) {
      return new Alert('permission', nodes, command);
    }
    throw new NoAlertOpenError();
  }

  button(action: 'accept' | 'dismiss', label?: string): AccessibilityNode | undefined {
    const pattern = this.#kind === 'regular' ? ALERT_BUTTON : PERMISSION_BUTTON;
    const buttons = withId(this.#nodes, pattern);
    if (label !== undefined) return buttons.find((button) => button.text === label);
    if (buttons.length <= 1) return buttons[0];
    if (this.#kind === 'permission') {
      const wanted = action === 'accept' ? ALLOW_BUTTON : DENY_BUTTON;
      const fallback = action === 'accept' ? buttons[1] : buttons[0];
      return buttons.find((button) => wanted.test(button.resourceId ?? '')) ?? fallback;
    }
    const numbers = buttons.map((button) => numberOf(button));
    const wanted = Math.min(...numbers) + (action === 'accept' ? 0 : 1);
    return buttons.find((button) => numberOf(button) === wanted);
  }

  /** The texts of the dialog but its buttons', a line each. */
  text(): string {
    const [content] = this.#nodes.filter((node) => node.resourceId === CONTENT_ID);
    if (!content) throw new NoAlertOpenError();
    const buttons = this.#kind === 'regular' ? ALERT_BUTTON : PERMISSION_BUTTON;
    return withId(visibleNodes([content], this.#command), ANY_ID)
      .filter((node) => !buttons.test(node.resourceId ?? ''))
      .map((node) => node.text ?? '')
      .filter((text) => text.trim() !== '')
      .join('\n');
  }
}

/** UiDevice looks at all windows, the active one first. */
async function allRoots({ server: { tree } }: Command): Promise<AccessibilityNode[]> {
  const active = await tree.activeRoot();
  const others = tree.automation.windows().filter(({ root }) => root.viewId !== active.viewId);
  return [active, ...others.map(({ root }) => root)];
}

function visibleNodes(
  roots: readonly AccessibilityNode[],
  { server }: Command,
): AccessibilityNode[] {
  return roots
    .filter((node) => node.visible)
    .flatMap((node) => [...visibleNodes(server.tree.children(node), { server } as Command), node]);
}

function withId(nodes: readonly AccessibilityNode[], pattern: RegExp): AccessibilityNode[] {
  return nodes.filter((node) => pattern.test(node.resourceId ?? ''));
}

function numberOf(button: AccessibilityNode): number {
  return Number(ALERT_BUTTON.exec(button.resourceId ?? '')?.[1]);
}

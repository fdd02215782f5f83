import type { AccessibilityNode } from '../../android/accessibility.ts';
import { resolvePath, type ShellCommand } from '../command.ts';
import { parseOptions } from '../options.ts';

const DEFAULT_PATH = '/sdcard/window_dump.xml';
const QUIET_MS = 1000;
const IDLE_TIMEOUT_MS = 10_000;

/** `uiautomator dump [--compressed] [FILE]` (AOSP DumpCommand, AccessibilityNodeInfoDumper). */
export const uiautomator: ShellCommand = {
  name: 'uiautomator',
  async run(input) {
    const [verb, ...rest] = input.args;
    if (verb !== 'dump') {
      return { stderr: 'Usage: uiautomator dump [--compressed] [file]\n', exitCode: 1 };
    }
    const { options, operands } = parseOptions(rest);
    const { automation } = input.system.windows;
    await automation.waitForIdle(QUIET_MS, IDLE_TIMEOUT_MS);
    const root = automation.rootInActiveWindow();
    if (!root) return { stderr: 'ERROR: null root node returned by UiTestAutomationBridge.\n' };
    const xml =
      "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>" +
      `<hierarchy rotation="${input.system.display.rotation}">` +
      `${dumpNode(root, 0, options.has('--compressed'))}</hierarchy>`;
    const [path = DEFAULT_PATH] = operands;
    const done = `UI hierchary dumped to: ${path}\n`;
    if (path === '/dev/tty') return { stdout: xml + done };
    await input.files.writeFile(resolvePath(input, path), xml);
    return { stdout: done };
  },
};

function dumpNode(node: AccessibilityNode, index: number, isCompressed: boolean): string {
  const children = node.children
    .filter((child) => child.visible)
    .map((child, childIndex) => dumpNode(child, childIndex, isCompressed))
    .join('');
  if (isCompressed && !node.importantForAccessibility) return children;
  const { left, top, right, bottom } = node.bounds;
  const attributes: Readonly<Record<string, string | number | boolean>> = {
    index,
    text: node.text ?? '',
    'resource-id': node.resourceId ?? '',
    class: node.className,
    package: node.packageName,
    'content-desc': node.contentDescription ?? '',
    checkable: node.checkable,
    checked: node.checked,
    clickable: node.clickable,
    enabled: node.enabled,
    focusable: node.focusable,
    focused: node.focused,
    scrollable: node.scrollable,
    'long-clickable': node.longClickable,
    password: node.password,
    selected: node.selected,
    bounds: `[${left},${top}][${right},${bottom}]`,
  };
  const text = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
  return children === '' ? `<node${text} />` : `<node${text}>${children}</node>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

import { type Command, get, post, type Route } from '../command.ts';
import { readAttribute } from '../elements/attributes.ts';
import { toRect } from '../elements/element-model.ts';
import type { LiveElement } from '../elements/found-element.ts';
import { ElementNotFoundError, InvalidElementStateError } from '../errors.ts';
import { center } from '../gestures/gestures.ts';

const KEYCODE_ENTER = 66;

export const elementRoutes: readonly Route[] = [
  post('/element/:id/click', async (command) => {
    const { node } = await elementOf(command);
    await command.server.gestures.click(center(node.bounds));
    await command.server.tree.waitForIdle();
    return null;
  }),
  post('/element/:id/clear', async (command) => {
    clear(command, await elementOf(command));
    return null;
  }),
  post('/element/:id/value', async (command) => {
    await sendKeys(command, await elementOf(command));
    return null;
  }),
  post('/keys', async (command) => {
    const found = await command.server.finder.findFocused();
    if (!found) throw new ElementNotFoundError();
    const element = command.session.elements.add(found, { isSingleMatch: true });
    await sendKeys(command, element);
    return null;
  }),
  get('/element/:id/text', async (command) => (await elementOf(command)).text),
  get('/element/:id/name', async (command) => (await elementOf(command)).node.contentDescription),
  get('/element/:id/attribute/:name', async (command) =>
    readAttribute(
      await elementOf(command),
      command.params['name'] ?? '',
      command.server.contentSizes,
    ),
  ),
  get('/element/:id/rect', async (command) => toRect((await elementOf(command)).node.bounds)),
  get('/element/:id/size', async (command) => {
    const { width, height } = toRect((await elementOf(command)).node.bounds);
    return { width, height };
  }),
  get('/element/:id/location', async (command) => {
    const { x, y } = toRect((await elementOf(command)).node.bounds);
    return { x, y };
  }),
];

function elementOf({ session, params }: Command): Promise<LiveElement> {
  return session.elements.get(params['id']);
}

/** Never fails: a view that takes no text keeps what it has. */
function clear({ server }: Command, element: LiveElement): void {
  server.tree.automation.perform(element.node, { kind: 'setText', text: '' });
}

/**
 * Sets the text at once (ACTION_SET_TEXT); without `replace` it is put after what is there. A text
 * that ends in a backslash and an n presses Enter too.
 */
async function sendKeys(command: Command, element: LiveElement): Promise<void> {
  const { server } = command;
  const body = command.body.as('SendKeysModel');
  const asked = body.required('text', body.string('text'));
  const before = body.boolean('replace') ? '' : element.text;
  if (before !== '') clear(command, element);
  // What cannot be cleared is taken for the hint.
  const kept = before !== '' && element.text !== '' ? '' : before;
  const { node } = element;
  const text = truncate(kept + asked, node.maxTextLength);
  if (!server.tree.automation.perform(node, { kind: 'setText', text })) {
    throw new InvalidElementStateError(
      `Cannot set the element to '${asked}'. Did you interact with the correct element?`,
    );
  }
  if (asked.endsWith('\\n')) {
    server.tree.automation.injectKey(KEYCODE_ENTER);
    await server.tree.waitForIdle();
  }
}

function truncate(text: string, maxLength: number): string {
  return maxLength > 0 ? text.slice(0, maxLength) : text;
}

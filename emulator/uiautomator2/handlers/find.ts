import { type Command, get, post, type Route } from '../command.ts';
import { toModel } from '../elements/element-model.ts';
import type { LiveElement } from '../elements/found-element.ts';
import { type Locator, parseLocator } from '../elements/locator.ts';
import { ElementNotFoundError, UiObjectNotFoundError } from '../errors.ts';
import type { Body } from '../http/body.ts';

export const findRoutes: readonly Route[] = [
  post('/element', async (command) => {
    const request = readFind(command.body);
    const context = await prepare(command, request.contextId);
    const found = await command.server.finder.findOne(request.locator, context);
    if (!found) throw new ElementNotFoundError();
    return model(command, command.session.elements.add(found, { ...request, isSingleMatch: true }));
  }),
  post('/elements', async (command) => {
    const request = readFind(command.body);
    const context = await prepare(command, request.contextId);
    const found = await findMany(command, request.locator, context);
    const models: unknown[] = [];
    for (const one of found) {
      const origin = { ...request, isSingleMatch: false };
      models.push(await model(command, command.session.elements.add(one, origin)));
    }
    return models;
  }),
  get('/element/active', async (command) => {
    await command.server.tree.waitForIdle();
    const found = await command.server.finder.findFocused();
    if (!found) throw new ElementNotFoundError();
    return model(command, command.session.elements.add(found, { isSingleMatch: true }));
  }),
  get('/appium/element/:id/first_visible', async (command) => {
    const { server, session, params } = command;
    const parent = await session.elements.get(params['id']);
    const first = server.tree.children(parent.node).find((child) => child.visible);
    if (!first && parent.element.found.selector) throw new ElementNotFoundError();
    if (!first) throw new UiObjectNotFoundError('Could not get children for container object');
    return model(command, session.elements.add({ node: first }, { isSingleMatch: true }));
  }),
];

interface FindRequest {
  readonly locator: Locator;
  readonly contextId: string | undefined;
}

/** `{strategy, selector, context}` */
export function readFind(request: Body): FindRequest {
  const body = request.as('FindElementModel');
  const strategy = body.required('strategy', body.string('strategy'));
  const selector = body.required('selector', body.string('selector'));
  const contextId = body.string('context')?.trim() || undefined;
  return { locator: parseLocator(strategy, selector), contextId };
}

async function prepare(
  { server, session }: Command,
  contextId: string | undefined,
): Promise<LiveElement | undefined> {
  if (contextId !== undefined) return session.elements.get(contextId);
  await server.tree.waitForIdle();
  return undefined;
}

async function findMany({ server }: Command, locator: Locator, context: LiveElement | undefined) {
  try {
    return await server.finder.findMany(locator, context);
  } catch (error) {
    if (error instanceof ElementNotFoundError) return [];
    throw error;
  }
}

function model({ server }: Command, element: LiveElement) {
  return toModel(element, server.settings, server.contentSizes);
}

import { executeTimeline } from '../actions/execute.ts';
import { TimelineBuilder } from '../actions/timeline.ts';
import { validateActions } from '../actions/validate.ts';
import { post, type Route } from '../command.ts';

export const actionRoutes: readonly Route[] = [
  post('/actions', async ({ server, session, body }) => {
    const sequences = validateActions(body);
    const builder = new TimelineBuilder(async (id) => (await session.elements.get(id)).node.bounds);
    const timeline = await builder.build(sequences);
    await executeTimeline(timeline, server.tree.automation, server.phone.clock, server.lifetime);
    return null;
  }),
];

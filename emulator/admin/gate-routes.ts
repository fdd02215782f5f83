import type { Hono } from 'hono';
import type { AndroidSystem } from '../android/system.ts';
import { readBody } from './request.ts';

/** `GET /gates`: name → value of every gate. `PATCH /gates {name: value, …}`: all or none. */
export function gateRoutes(app: Hono, { gates }: AndroidSystem): void {
  app.get('/gates', (c) => c.json(gates.values()));

  app.patch('/gates', async (c) => {
    gates.change(await readBody(c));
    return c.json(gates.values());
  });
}

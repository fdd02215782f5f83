import type { Hono } from 'hono';
import type { AndroidSystem } from '../android/system.ts';
import {
  closeDialogs,
  DIALOG_KINDS,
  openDialog,
  type DialogKind,
  type DialogRequests,
} from '../android/dialogs/dialogs.ts';
import { permissionGroup } from '../android/dialogs/permission-dialog.ts';
import { assertMembers, member, optionalMember, readBody, RequestError } from './request.ts';

type Body = Readonly<Record<string, unknown>>;

const READERS: {
  readonly [Kind in DialogKind]: (body: Body, system: AndroidSystem) => DialogRequests[Kind];
} = {
  permission(body, system) {
    assertMembers(body, ['kind', 'package', 'permission']);
    const permission = optionalMember(body, 'permission', 'string');
    if (permission !== undefined && permissionGroup(permission) === undefined) {
      throw new RequestError(`'permission': nobody is asked for '${permission}' here`);
    }
    return { ...readPackage(body, system), ...(permission === undefined ? {} : { permission }) };
  },
  anr(body, system) {
    assertMembers(body, ['kind', 'package']);
    return readPackage(body, system);
  },
  'system-update': withoutMore,
  'app-update': withoutMore,
  'usb-install'(body) {
    assertMembers(body, ['kind', 'package']);
    const packageName = optionalMember(body, 'package', 'string');
    return packageName === undefined ? {} : { package: packageName };
  },
  unknown(body) {
    assertMembers(body, ['kind', 'title', 'message', 'buttons']);
    const title = optionalMember(body, 'title', 'string');
    const message = optionalMember(body, 'message', 'string');
    const buttons = readButtons(body['buttons']);
    return {
      ...(title === undefined ? {} : { title }),
      ...(message === undefined ? {} : { message }),
      ...(buttons === undefined ? {} : { buttons }),
    };
  },
};

/** `POST /dialogs {kind, …}`: a dialog comes up. `DELETE /dialogs`: all of them go by themselves. */
export function dialogRoutes(app: Hono, system: AndroidSystem): void {
  app.post('/dialogs', async (c) => {
    const body = await readBody(c);
    const name = member(body, 'kind', 'string');
    const kind = DIALOG_KINDS.find((known) => known === name);
    if (kind === undefined) {
      throw new RequestError(`'kind': '${name}' is not one of ${DIALOG_KINDS.join(', ')}`);
    }
    openDialog(system, kind, READERS[kind](body, system));
    return c.body(null, 204);
  });

  app.delete('/dialogs', (c) => {
    closeDialogs(system);
    return c.body(null, 204);
  });
}

function withoutMore(body: Body): object {
  assertMembers(body, ['kind']);
  return {};
}

/** @throws RequestError if the phone has no such package. */
function readPackage(body: Body, { packages }: AndroidSystem): { readonly package?: string } {
  const name = optionalMember(body, 'package', 'string');
  if (name === undefined) return {};
  if (packages.get(name) === undefined) {
    throw new RequestError(`'package': there is no package '${name}' on this phone`);
  }
  return { package: name };
}

/** @throws RequestError unless they are one or two texts. */
function readButtons(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const isList = Array.isArray(value) && value.length >= 1 && value.length <= 2;
  if (isList && value.every((text): text is string => typeof text === 'string')) return value;
  throw new RequestError(`'buttons': ${JSON.stringify(value)} is not a list of one or two texts`);
}

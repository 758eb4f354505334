/** One client's connection to the demo home: login, commands in order of their ids, subscriptions. */
import * as z from 'zod';
import { isVoiceError } from '../../core/errors.ts';
import type { EntityState } from '../model/home-model.ts';
import type { Transport, TransportEvent } from '../link/transport.ts';
import { refuse } from './command-error.ts';
import { demoCommands, demoVersion, fullState } from './commands.ts';
import type { World, WorldEvent } from './world.ts';

const incoming = z.looseObject({ id: z.int().positive(), type: z.string() });
const login = z.strictObject({ type: z.literal('auth'), access_token: z.string() });
const eventsFields = z.strictObject({ event_type: z.string().optional() });
const entitiesFields = z.strictObject({ entity_ids: z.array(z.string()).optional() });
const unsubscribeFields = z.strictObject({ subscription: z.int() });

/** Serves the server's end of a socket until it closes. */
export function serveSession(socket: Transport, world: World, token: string): void {
  const subscriptions = new Map<number, (event: WorldEvent) => void>();
  let isLoggedIn = false;
  let lastId = 0;

  const send = (message: Readonly<Record<string, unknown>>) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const succeed = (id: number, result: unknown) => send({ id, type: 'result', success: true, result });
  const fail = (id: number, code: unknown, message: string) =>
    send({ id, type: 'result', success: false, error: { code, message } });

  const unwatch = world.watch((event) => {
    for (const notify of subscriptions.values()) notify(event);
  });

  const handle = (message: z.output<typeof incoming>) => {
    const { id, type, ...fields } = message;
    if (id <= lastId) throw refuse('id_reuse', 'Identifier values have to increase.');
    lastId = id;
    if (type === 'ping') return send({ id, type: 'pong' });
    if (type === 'supported_features') return succeed(id, null);
    if (type === 'subscribe_events') {
      const { event_type } = eventsFields.parse(fields);
      subscriptions.set(id, (event) => sendBusEvent(send, id, event_type, event));
      return succeed(id, null);
    }
    if (type === 'subscribe_entities') {
      const { entity_ids } = entitiesFields.parse(fields);
      const isWanted = (entityId: string) => entity_ids === undefined || entity_ids.includes(entityId);
      subscriptions.set(id, (event) => {
        if (event.kind === 'state' && isWanted(event.entityId))
          send({ id, type: 'event', event: difference(event) });
      });
      succeed(id, null);
      const added = [...world.states].filter(([entityId]) => isWanted(entityId));
      return send({
        id,
        type: 'event',
        event: { a: Object.fromEntries(added.map(([key, state]) => [key, compressed(state)])) },
      });
    }
    if (type === 'unsubscribe_events') {
      if (!subscriptions.delete(unsubscribeFields.parse(fields).subscription))
        throw refuse('not_found', 'Subscription not found.');
      return succeed(id, null);
    }
    const command = demoCommands[type];
    if (command === undefined) throw refuse('unknown_command', 'Unknown command.');
    const parsed = command.fields.safeParse(fields);
    if (!parsed.success) throw refuse('invalid_format', z.prettifyError(parsed.error));
    succeed(id, command.run(world, fields));
  };

  const receive = (value: unknown) => {
    if (!isLoggedIn) {
      isLoggedIn = login.safeParse(value).data?.access_token === token;
      send(
        isLoggedIn
          ? { type: 'auth_ok', ha_version: demoVersion }
          : { type: 'auth_invalid', message: 'Invalid access token' },
      );
      if (!isLoggedIn) socket.close();
      return;
    }
    const message = incoming.safeParse(value);
    if (!message.success) return fail(0, 'invalid_format', 'Message incorrectly formatted.');
    try {
      handle(message.data);
    } catch (error) {
      if (isVoiceError(error)) fail(message.data.id, error.details['haCode'], error.message);
      else if (error instanceof z.ZodError) fail(message.data.id, 'invalid_format', z.prettifyError(error));
      else throw error;
    }
  };

  const onMessage = (event: TransportEvent) => {
    if (typeof event.data !== 'string') return;
    const value: unknown = JSON.parse(event.data);
    for (const message of Array.isArray(value) ? value : [value]) receive(message);
  };
  socket.addEventListener('message', onMessage);
  socket.addEventListener('close', () => {
    unwatch();
    subscriptions.clear();
  });
  const greet = () => send({ type: 'auth_required', ha_version: demoVersion });
  if (socket.readyState === socket.OPEN) greet();
  else socket.addEventListener('open', greet);
}

function sendBusEvent(
  send: (message: Readonly<Record<string, unknown>>) => void,
  id: number,
  wanted: string | undefined,
  event: WorldEvent,
): void {
  const event_type = event.kind === 'state' ? 'state_changed' : 'entity_registry_updated';
  if (wanted !== undefined && wanted !== event_type) return;
  const data =
    event.kind === 'state'
      ? {
          entity_id: event.entityId,
          old_state: fullState(event.entityId, event.before),
          new_state: fullState(event.entityId, event.after),
        }
      : { action: 'update', entity_id: event.entityId };
  send({
    id,
    type: 'event',
    event: { event_type, data, origin: 'LOCAL', time_fired: new Date().toISOString() },
  });
}

function compressed(state: EntityState): Readonly<Record<string, unknown>> {
  return { s: state.state, a: state.attributes, c: 'demo', lc: state.lastChangedMs / 1000 };
}

function difference({
  entityId,
  before,
  after,
}: Extract<WorldEvent, { kind: 'state' }>): Readonly<Record<string, unknown>> {
  const removed = Object.keys(before.attributes).filter((key) => !(key in after.attributes));
  const changed = Object.entries(after.attributes).filter(([key, value]) => before.attributes[key] !== value);
  return {
    c: {
      [entityId]: {
        '+': {
          ...(before.state === after.state
            ? { lu: Date.now() / 1000 }
            : { s: after.state, lc: after.lastChangedMs / 1000 }),
          ...(changed.length > 0 && { a: Object.fromEntries(changed) }),
        },
        ...(removed.length > 0 && { '-': { a: removed } }),
      },
    },
  };
}

/**
 * The one function that changes the home: it sends actions and waits for the state events that prove them.
 * Only `agent/act` imports it.
 */
import { startDeadline } from '../core/abort.ts';
import * as z from 'zod';
import { HomeError } from '../core/errors.ts';
import type { Home } from './home.ts';
import { haCodeOf } from './link/home-errors.ts';
import { stateOf } from './model/home-model.ts';
import type { EntityState } from './model/home-model.ts';

/** One device, what to ask of it, and how to see that it happened. */
export type Action = {
  readonly entityId: string;
  readonly domain: string;
  readonly service: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The asked state. */
  readonly proves: (state: EntityState) => boolean;
  /** A state on the way to it, for devices that need longer than a person waits. */
  readonly underway: (state: EntityState) => boolean;
  /** How long to wait for either. */
  readonly deadlineMs: number;
};

export type ActionResult = {
  readonly entityId: string;
  readonly before: EntityState | undefined;
  /** The last state seen. */
  readonly after: EntityState | undefined;
  readonly proof: 'proven' | 'started' | 'sent' | 'failed';
  /** Why it failed. */
  readonly reason?: 'disconnected' | 'refused-by-home';
};

/** Home Assistant answers `call_service` with a context and perhaps a response; only success matters here. */
const callResult = z.unknown();

/**
 * Sends all actions, those with equal service and data in one call, and settles when each is proven, underway,
 * refused or out of time. An aborted signal prevents everything; aborting later ends the waiting only, and what
 * was sent counts as sent.
 */
export async function callAndProve(
  home: Home,
  actions: readonly Action[],
  { signal }: { readonly signal: AbortSignal },
): Promise<readonly ActionResult[]> {
  signal.throwIfAborted();
  const results = await Promise.all(groupByCall(actions).map((group) => callGroup(home, group, signal)));
  const byId = new Map(results.flat().map((result) => [result.entityId, result]));
  return actions.flatMap((action) => byId.get(action.entityId) ?? []);
}

async function callGroup(home: Home, group: readonly Action[], signal: AbortSignal): Promise<ActionResult[]> {
  const hopeless = new AbortController();
  const sending = send(home, group, signal).then((sent) => {
    // One device's refusal refuses the whole call although the others may have acted: they keep their time.
    if (!sent.ok && (group.length === 1 || sent.reason === 'disconnected')) hopeless.abort();
    return sent;
  });
  const waiting = AbortSignal.any([signal, hopeless.signal]);
  return await Promise.all(group.map((action) => prove(home, action, sending, waiting)));
}

type Sent =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'disconnected' | 'refused-by-home' };

/** Never rejects: a refusal is an outcome. */
async function send(home: Home, group: readonly Action[], signal: AbortSignal): Promise<Sent> {
  const link = home.link();
  const [first] = group;
  if (first === undefined || link === undefined || !link.connected)
    return { ok: false, reason: 'disconnected' };
  const command = {
    type: 'call_service',
    domain: first.domain,
    service: first.service,
    service_data: first.data,
    target: { entity_id: group.map((action) => action.entityId) },
  };
  try {
    await link.request(command, callResult, { signal });
    return { ok: true };
  } catch (error) {
    if (signal.aborted) return { ok: true };
    const isAway = !(error instanceof HomeError) || haCodeOf(error) === undefined;
    return { ok: false, reason: isAway ? 'disconnected' : 'refused-by-home' };
  }
}

async function prove(
  home: Home,
  action: Action,
  sending: Promise<Sent>,
  waiting: AbortSignal,
): Promise<ActionResult> {
  const { entityId } = action;
  const before = stateOf(home.model(), entityId);
  const isAnswer = (state: EntityState) =>
    state !== before && (action.proves(state) || action.underway(state));
  using deadline = startDeadline(action.deadlineMs, waiting);
  const state = await home.until(entityId, isAnswer, { signal: deadline.signal }).catch(() => undefined);
  const after = stateOf(home.model(), entityId);
  if (state) return { entityId, before, after: state, proof: action.proves(state) ? 'proven' : 'started' };
  const sent = await Promise.race([sending, Promise.resolve(undefined)]);
  if (sent && !sent.ok) return { entityId, before, after, proof: 'failed', reason: sent.reason };
  return { entityId, before, after, proof: 'sent' };
}

function groupByCall(actions: readonly Action[]): readonly (readonly Action[])[] {
  const groups = new Map<string, Action[]>();
  for (const action of actions) {
    const key = JSON.stringify([action.domain, action.service, action.data]);
    groups.set(key, [...(groups.get(key) ?? []), action]);
  }
  return [...groups.values()];
}

/**
 * The one function that changes the home: it sends actions and waits for the state events that prove them.
 * Only `agent/act` imports it.
 */
import { abortable, startDeadline } from '../core/abort.ts';
import * as z from 'zod';
import type { Home } from './home.ts';
import { followAction } from './follow-action.ts';
import type { ActionEnd, Course } from './follow-action.ts';
import { haCodeOf } from './link/home-errors.ts';
import { isAssumed, stateOf } from './model/home-model.ts';
import type { EntityState } from './model/home-model.ts';

/**
 * One device, what to ask of it, and how to see that it happened: `proves` accepts the asked state, `underway`
 * a state on the way to it, for devices that need longer than a person waits.
 */
export type Action = Course & {
  readonly service: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** How long to wait for either. */
  readonly deadlineMs: number;
  /**
   * True where no state shows the end (a scene's devices, a robot's sound): the home's answer to the call, given
   * when its work is done, is the proof.
   */
  readonly isProvenByReply?: boolean;
};

export type ActionResult = {
  readonly entityId: string;
  readonly before: EntityState | undefined;
  /** The last state seen. */
  readonly after: EntityState | undefined;
  readonly proof: 'proven' | 'started' | 'sent' | 'failed';
  /** Why it failed. */
  readonly reason?: 'disconnected' | 'refused-by-home';
  /**
   * With `started` and `sent`: settles when the action has ended, whenever it is called. The signal ends the
   * following only. Absent for a device that never reports back.
   */
  readonly follow?: (options: { readonly signal: AbortSignal }) => Promise<ActionEnd>;
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
  const refused = new AbortController();
  const sending = send(home, group).then((sent) => {
    // One device's refusal refuses the whole call although the others may have acted: they keep their time.
    if (!sent.ok && (group.length === 1 || sent.reason === 'disconnected')) refused.abort();
    return sent;
  });
  const call: Call = { sending, refused: refused.signal };
  return await Promise.all(group.map((action) => prove(home, action, call, signal)));
}

type Sent =
  /** Without an answer the connection was lost on the way: whether the home obeyed is open. */
  | { readonly ok: true; readonly isAnswered: boolean }
  | { readonly ok: false; readonly reason: 'disconnected' | 'refused-by-home' };

type Call = {
  readonly sending: Promise<Sent>;
  /** Aborts when nothing more is to be expected of any device of the call. */
  readonly refused: AbortSignal;
};

/** Never rejects: a refusal is an outcome. Ends with the connection, because what was sent can not be taken back. */
async function send(home: Home, group: readonly Action[]): Promise<Sent> {
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
    await link.request(command, callResult, { signal: new AbortController().signal });
    return { ok: true, isAnswered: true };
  } catch (error) {
    return haCodeOf(error) === undefined
      ? { ok: true, isAnswered: false }
      : { ok: false, reason: 'refused-by-home' };
  }
}

async function prove(home: Home, action: Action, call: Call, signal: AbortSignal): Promise<ActionResult> {
  if (action.isProvenByReply === true) return await proveByReply(home, action, call, signal);
  const isBlind = isAssumed(stateOf(home.model(), action.entityId));
  return await (isBlind ? proveNothing : proveByState)(home, action, call, signal);
}

/** What the home believes of a device that never reports back is no proof: only a refusal can be known. */
async function proveNothing(
  home: Home,
  action: Action,
  call: Call,
  signal: AbortSignal,
): Promise<ActionResult> {
  const { sent, ...seen } = await awaitReply(home, action, call, signal);
  if (sent?.ok === false) return { ...seen, proof: 'failed', reason: sent.reason };
  return { ...seen, proof: 'sent' };
}

async function proveByReply(
  home: Home,
  action: Action,
  call: Call,
  signal: AbortSignal,
): Promise<ActionResult> {
  const { entityId, underway } = action;
  const { sending } = call;
  const { sent, ...seen } = await awaitReply(home, action, call, signal);
  if (sent?.ok === false) return { ...seen, proof: 'failed', reason: sent.reason };
  if (sent) return { ...seen, proof: sent.isAnswered ? 'proven' : 'sent' };
  const { before, after } = seen;
  const hasStarted = after !== undefined && after !== before && underway(after);
  return {
    ...seen,
    proof: hasStarted ? 'started' : 'sent',
    follow: async (options) => {
      const end = await abortable(sending, options.signal);
      const isReached = end.ok && end.isAnswered;
      return { entityId, end: isReached ? 'reached' : 'failed', after: stateOf(home.model(), entityId) };
    },
  };
}

/** The home's answer to the call, undefined when the action's time is over, and the device before and after. */
async function awaitReply(
  home: Home,
  { entityId, deadlineMs }: Action,
  { sending }: Call,
  signal: AbortSignal,
) {
  const before = stateOf(home.model(), entityId);
  using deadline = startDeadline(deadlineMs, signal);
  const sent = await abortable(sending, deadline.signal).catch(() => undefined);
  return { entityId, before, after: stateOf(home.model(), entityId), sent };
}

async function proveByState(
  home: Home,
  action: Action,
  call: Call,
  signal: AbortSignal,
): Promise<ActionResult> {
  const { entityId } = action;
  const { sending, refused } = call;
  const before = stateOf(home.model(), entityId);
  const isAnswer = (state: EntityState) =>
    state !== before && (action.proves(state) || action.underway(state));
  using deadline = startDeadline(action.deadlineMs, AbortSignal.any([signal, refused]));
  const state = await home.until(entityId, isAnswer, deadline).catch(() => undefined);
  const after = stateOf(home.model(), entityId);
  if (state && action.proves(state)) return { entityId, before, after: state, proof: 'proven' };
  const sent = await Promise.race([sending, Promise.resolve(undefined)]);
  if (!state && sent && !sent.ok) return { entityId, before, after, proof: 'failed', reason: sent.reason };
  const hasStarted = state !== undefined;
  return {
    entityId,
    before,
    after: state ?? after,
    proof: hasStarted ? 'started' : 'sent',
    follow: (options) => followAction(home, action, { hasStarted, refused, signal: options.signal }),
  };
}

function groupByCall(actions: readonly Action[]): readonly (readonly Action[])[] {
  const groups = new Map<string, Action[]>();
  for (const action of actions) {
    const key = JSON.stringify([action.domain, action.service, action.data]);
    groups.set(key, [...(groups.get(key) ?? []), action]);
  }
  return [...groups.values()];
}

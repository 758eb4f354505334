/** A request about timers → what became of it. */
import type { TimerChoice, TimerRequest } from '../understand/plan.ts';
import { type Asker, findTimers, type FloorOf, isAt } from './find-timers.ts';
import type { TimerBell } from './timer-bell.ts';
import type { TimerOutcome } from './timer-outcome.ts';
import type { TimerNow, TimerOrigin } from './timer.ts';
import { maxDurationMs, type Timers } from './timers.ts';

/** What a request does with timers. */
export type TimerKeeper = Pick<
  Timers,
  'pending' | 'ended' | 'isFull' | 'start' | 'pause' | 'resume' | 'add' | 'remove'
>;

export type TimerDesk = {
  readonly timers: TimerKeeper;
  readonly promiseOf: TimerBell['promiseOf'];
  readonly floorOf: FloorOf;
};

export async function answerTimer(
  request: TimerRequest,
  origin: TimerOrigin,
  desk: TimerDesk,
): Promise<TimerOutcome> {
  switch (request.do) {
    case 'start':
      return await start(request, origin, desk);
    case 'cancel_all':
      return await cancelAll(request, desk);
    case 'status':
      return await status(request.timer, origin, desk);
    case 'change':
    case 'set':
      return await changeOne(request, origin, desk);
    default:
      return await changeOne({ do: request.do, timer: request.timer }, origin, desk);
  }
}

async function start(
  { lengthMs, name }: Extract<TimerRequest, { do: 'start' }>,
  origin: TimerOrigin,
  { timers, promiseOf }: TimerDesk,
): Promise<TimerOutcome> {
  if (!(lengthMs > 0)) return { kind: 'refused', why: 'no-length' };
  if (lengthMs > maxDurationMs) return { kind: 'refused', why: 'too-long' };
  if (timers.isFull()) return { kind: 'refused', why: 'too-many' };
  const timer = await timers.start({ name, durationMs: lengthMs, origin });
  return { kind: 'started', timer, rings: promiseOf(origin) };
}

/** One that rings or was missed is silenced as well. */
async function cancelAll(
  { place }: Extract<TimerRequest, { do: 'cancel_all' }>,
  { timers, floorOf }: TimerDesk,
): Promise<TimerOutcome> {
  const known = [...timers.pending(), ...timers.ended()];
  const meant = known.filter(({ origin }) => place === null || isAt(origin, place, floorOf));
  if (meant.length > 0) return await cancel(meant, timers);
  if (known.length === 0) return { kind: 'none' };
  return { kind: 'not-found', choice: { name: null, lengthMs: null, place }, others: timers.pending() };
}

async function cancel(meant: readonly TimerNow[], timers: TimerKeeper): Promise<TimerOutcome> {
  await timers.remove(meant.map(({ timerId }) => timerId));
  return { kind: 'cancelled', timers: meant };
}

async function status(
  choice: TimerChoice,
  asker: Asker,
  { timers, floorOf }: TimerDesk,
): Promise<TimerOutcome> {
  const { name, lengthMs, place } = choice;
  const isNoneChosen = choice.timerId === undefined && choice.otherThan === undefined;
  const isAnyMeant = isNoneChosen && name === null && lengthMs === null && place === null;
  const pending = timers.pending();
  const unheard = timers.ended();
  const find = (among: readonly TimerNow[]) => {
    if (isAnyMeant) return among;
    const found = findTimers(among, choice, asker, floorOf);
    return found.kind === 'found' ? found.timers : [];
  };
  const meant = { timers: find(pending), unheard: find(unheard) };
  if (meant.timers.length + meant.unheard.length === 0)
    return pending.length === 0 ? { kind: 'none' } : { kind: 'not-found', choice, others: pending };
  // Told now: that is enough.
  const told = meant.unheard.filter(({ phase }) => phase !== 'running');
  if (told.length > 0) await timers.remove(told.map(({ timerId }) => timerId));
  return { kind: 'status', ...meant };
}

/** Those that change one timer. */
type ChangingRequest =
  | Extract<TimerRequest, { do: 'change' | 'set' }>
  | { readonly do: 'cancel' | 'pause' | 'resume'; readonly timer: TimerChoice };

async function changeOne(
  request: ChangingRequest,
  asker: Asker,
  { timers, floorOf }: TimerDesk,
): Promise<TimerOutcome> {
  const pending = timers.pending();
  // One that rings can be silenced.
  const known = request.do === 'cancel' && pending.length === 0 ? timers.ended() : pending;
  const found = findTimers(known, request.timer, asker, floorOf);
  if (found.kind === 'none') return found;
  if (found.kind === 'not-found') return { ...found, others: pending };
  const [timer, ...others] = readyFor(request.do, found.timers);
  if (others.length > 0) return { kind: 'which', timers: [timer, ...others] };
  return (await apply(request, timer, timers)) ?? { kind: 'none' };
}

type Some = readonly [TimerNow, ...TimerNow[]];

/** "pause" means one that runs and "resume" one that stands, when there is such. */
function readyFor(wish: ChangingRequest['do'], timers: Some): Some {
  if (wish !== 'pause' && wish !== 'resume') return timers;
  const wanted = wish === 'pause' ? 'running' : 'paused';
  const [first, ...rest] = timers.filter(({ phase }) => phase === wanted);
  return first ? [first, ...rest] : timers;
}

async function apply(
  request: ChangingRequest,
  timer: TimerNow,
  timers: TimerKeeper,
): Promise<TimerOutcome | undefined> {
  if (request.do === 'cancel') return await cancel([timer], timers);
  if (request.do === 'change') return await change(request.byMs, timer, timers);
  if (request.do === 'set') return await change(request.lengthMs - timer.totalMs, timer, timers);
  const isPause = request.do === 'pause';
  const kind = isPause ? 'paused' : 'resumed';
  const wasSo = (timer.phase === 'paused') === isPause;
  if (wasSo) return { kind, timer, wasSo };
  const changed = await (isPause ? timers.pause(timer) : timers.resume(timer));
  return changed && { kind, timer: changed, wasSo };
}

async function change(byMs: number, timer: TimerNow, timers: TimerKeeper): Promise<TimerOutcome | undefined> {
  if (timer.nowLeftMs + byMs <= 0) return { kind: 'too-short', timer, byMs };
  if (timer.nowLeftMs + byMs > maxDurationMs) return { kind: 'refused', why: 'too-long' };
  const changed = await timers.add(timer, byMs);
  return changed && { kind: 'changed', timer: changed, byMs };
}

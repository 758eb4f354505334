/** Which timers a sentence means. Pure. */
import type { TimerChoice } from '../understand/plan.ts';
import type { TimerNow, TimerOrigin } from './timer.ts';

export type FoundTimers =
  | { readonly kind: 'found'; readonly timers: readonly [TimerNow, ...TimerNow[]] }
  /** There is no timer at all. */
  | { readonly kind: 'none' }
  /** There are timers, but none that fits. */
  | { readonly kind: 'not-found'; readonly choice: TimerChoice };

export type Asker = Pick<TimerOrigin, 'satelliteId' | 'deviceId' | 'areaId'>;

/** Floors of rooms, to find "the timer upstairs". */
export type FloorOf = (areaId: string) => string | null;

/**
 * The timers that fit, the ones nearest to the asker alone when some are nearer: from the same satellite, then from
 * the same room. A sentence that names nothing means them all, so that the caller can ask which.
 */
export function findTimers(
  timers: readonly TimerNow[],
  choice: TimerChoice,
  asker: Asker,
  floorOf: FloorOf,
): FoundTimers {
  if (timers.length === 0) return { kind: 'none' };
  const fitting = timers.filter((timer) =>
    choice.timerId !== undefined
      ? timer.timerId === choice.timerId
      : (choice.name === null || timer.name === choice.name) &&
        (choice.lengthMs === null || timer.durationMs === choice.lengthMs) &&
        (choice.place === null || isAt(timer.origin, choice.place, floorOf)),
  );
  const [first, ...rest] = nearest(fitting, asker);
  return first ? { kind: 'found', timers: [first, ...rest] } : { kind: 'not-found', choice };
}

export function isAt(
  { areaId }: TimerOrigin,
  place: NonNullable<TimerChoice['place']>,
  floorOf: FloorOf,
): boolean {
  if (areaId === null) return false;
  return (place.kind === 'area' ? areaId : floorOf(areaId)) === place.id;
}

function nearest(timers: readonly TimerNow[], asker: Asker): readonly TimerNow[] {
  const isSame = (key: keyof Asker) => (timer: TimerNow) =>
    asker[key] !== null && timer.origin[key] === asker[key];
  for (const key of ['satelliteId', 'deviceId', 'areaId'] as const) {
    const near = timers.filter(isSame(key));
    if (near.length > 0) return near;
  }
  return timers;
}

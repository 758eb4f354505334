/** Which timers a sentence means. Pure. */
import { normalise } from '../understand/normalise.ts';
import type { TimerChoice } from '../understand/plan.ts';
import { stem } from '../understand/word-likeness.ts';
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
  const besideName = timers.filter((timer) =>
    choice.timerId !== undefined
      ? timer.timerId === choice.timerId
      : timer.timerId !== choice.otherThan &&
        (choice.lengthMs === null || timer.durationMs === choice.lengthMs) &&
        (choice.place === null || isAt(timer.origin, choice.place, floorOf)),
  );
  const isByName = choice.timerId === undefined && choice.name !== null;
  const fitting = isByName ? called(besideName, choice.name) : besideName;
  const [first, ...rest] = nearest(fitting, asker);
  return first ? { kind: 'found', timers: [first, ...rest] } : { kind: 'not-found', choice };
}

/** By the very words of the name, else by a part of it, or by it and more: "pasta" is "the pasta water". */
function called(timers: readonly TimerNow[], said: string): readonly TimerNow[] {
  const wanted = telling(said);
  const named = timers.map((timer) => ({ timer, words: telling(timer.name ?? '') }));
  const holds = (some: readonly string[], all: readonly string[]) =>
    some.length > 0 && some.every((word) => all.includes(word));
  const both = named.filter(({ words }) => holds(words, wanted) && holds(wanted, words));
  const partly = named.filter(({ words }) => holds(wanted, words) || holds(words, wanted));
  return (both.length > 0 ? both : partly).map(({ timer }) => timer);
}

/** The words that tell one name from another. */
function telling(name: string): readonly string[] {
  return normalise(name)
    .filter((word) => !untelling.has(word))
    .map(stem);
}

const untelling: ReadonlySet<string> = new Set(['the', 'my', 'our', 'a', 'an', 'for', 'timer']);

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

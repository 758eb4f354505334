/** What became of an action that had only begun, or was only sent, when a reply was due. */
import { startDeadline } from '../core/abort.ts';
import type { Home } from './home.ts';
import { isUnavailable, stateOf } from './model/home-model.ts';
import type { EntityState } from './model/home-model.ts';

/** How to see where the device is on its way; `home/call` describes it in full. */
export type Course = {
  readonly entityId: string;
  readonly domain: string;
  readonly proves: (state: EntityState) => boolean;
  readonly underway: (state: EntityState) => boolean;
};

export type ActionEnd = {
  readonly entityId: string;
  /**
   * `reached`: the asked state. `stopped`: it came to rest elsewhere, half-way or back. `failed`: refused late,
   * jammed, or no longer reachable. `timed-out`: nothing decisive was reported in the domain's time.
   */
  readonly end: 'reached' | 'stopped' | 'failed' | 'timed-out';
  /** The last state seen. */
  readonly after: EntityState | undefined;
};

export type FollowOptions = {
  /** True when it was seen to move already. */
  readonly hasStarted: boolean;
  /** Aborts when the home refused the call after all. */
  readonly refused: AbortSignal;
  readonly signal: AbortSignal;
};

/**
 * How long a device of the domain may take, with some to spare: slow shutters and garage doors about a minute,
 * an alarm's exit delay two, a robot on its way home from the far end of the garden a quarter of an hour,
 * a battery valve that wakes up once in a while five minutes.
 */
const deadlinesMs: Readonly<Record<string, number>> = {
  cover: 90_000,
  valve: 90_000,
  lock: 20_000,
  alarm_control_panel: 180_000,
  vacuum: 1_200_000,
  lawn_mower: 1_200_000,
  climate: 300_000,
  water_heater: 300_000,
  media_player: 20_000,
};
const otherDeadlineMs = 15_000;

/** Covers report a resting state between two moving ones, and radios drop out: an end must last this long. */
const settleMs = 2_000;

/** How long an action of this domain is followed. */
export function followDeadlineMs(domain: string): number {
  return deadlinesMs[domain] ?? otherDeadlineMs;
}

/**
 * Settles when it is known how the action ended, at the latest after the domain's time. Rejects with the
 * signal's reason: whoever sends the device elsewhere stops following.
 */
export async function followAction(home: Home, course: Course, options: FollowOptions): Promise<ActionEnd> {
  const { entityId, proves, underway } = course;
  const { refused, signal } = options;
  using deadline = startDeadline(followDeadlineMs(course.domain), AbortSignal.any([signal, refused]));
  const endAs = (end: ActionEnd['end']): ActionEnd => ({
    entityId,
    end,
    after: stateOf(home.model(), entityId),
  });
  let hasStarted = options.hasStarted;
  const isNews = (state: EntityState) =>
    proves(state) || isBroken(state) || (hasStarted ? !underway(state) : underway(state));
  const isOnCourse = (state: EntityState) => proves(state) || underway(state);

  for (;;) {
    const state = await home.until(entityId, isNews, deadline).catch(() => undefined);
    signal.throwIfAborted();
    if (state === undefined) return endAs(refused.aborted ? 'failed' : 'timed-out');
    if (proves(state)) return endAs('reached');
    if (underway(state)) {
      hasStarted = true;
      continue;
    }
    using settling = startDeadline(settleMs, signal);
    const again = await home.until(entityId, isOnCourse, settling).catch(() => undefined);
    signal.throwIfAborted();
    if (again === undefined) return endAs(isBroken(stateOf(home.model(), entityId)) ? 'failed' : 'stopped');
  }
}

function isBroken(state: EntityState | undefined): boolean {
  return isUnavailable(state) || state?.state === 'jammed';
}

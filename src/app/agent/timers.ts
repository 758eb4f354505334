/** The timers of this program: their store, where they ring, and the work that goes on between turns. */
import type { TimerService } from '../../agent/dialogue/timer-step.ts';
import type { Lease } from '../../agent/ports/lease.ts';
import type { TimerStore } from '../../agent/ports/timer-store.ts';
import { english } from '../../agent/reply/en/pack.ts';
import { packFor } from '../../agent/reply/packs.ts';
import { DisplayMirror } from '../../agent/schedule/display-mirror.ts';
import { followStore } from '../../agent/schedule/follow-store.ts';
import { createTimerBell } from '../../agent/schedule/timer-bell.ts';
import type { TimerEnd } from '../../agent/schedule/timer-outcome.ts';
import { TimerRinger } from '../../agent/schedule/timer-ringer.ts';
import type { TimerPhase } from '../../agent/schedule/timer.ts';
import { Timers } from '../../agent/schedule/timers.ts';
import { underLease } from '../../agent/schedule/under-lease.ts';
import { abortable } from '../../core/abort.ts';
import type { Background } from '../../core/background.ts';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import type { Satellites } from '../satellites.ts';
import { forgetfulTimers } from '../data/stores.ts';

export type TimerParts = {
  /** Absent: timers end with the process. */
  readonly store?: TimerStore | undefined;
  /** Absent: no other process rings the timers of this store. */
  readonly lease?: Lease | undefined;
  /** Replicas on other machines have the same store. */
  readonly isShared?: boolean | undefined;
  /** Absent: no satellite can be spoken on. */
  readonly satellites?: Satellites | undefined;
  /** Shows the end of a timer that was typed; absent where nobody sits at a terminal. */
  readonly terminal?: ((text: string) => void) | undefined;
  readonly background: Pick<Background, 'run'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
};

export type RunningTimers = TimerService & {
  readonly timers: Timers;
  /** Settles when none runs and none is being told. */
  untilQuiet(options: { readonly signal: AbortSignal }): Promise<void>;
};

/** Settles when the satellites' displays know all timers of the store: Home Assistant may connect then. */
export async function startTimers(parts: TimerParts): Promise<RunningTimers> {
  const { satellites, terminal, background, clock, log } = parts;
  const timers = await Timers.open({ store: parts.store ?? forgetfulTimers, clock, log });
  const bell = createTimerBell({
    ...(satellites && { announcer: satellites.announcer, isConnected: () => satellites.links.isConnected }),
    ...(terminal && { terminal }),
    say: sayEnd,
  });
  const mirror = satellites && new DisplayMirror(timers, satellites.timers, log);
  if (mirror) {
    await mirror.catchUp({ signal: parts.signal });
    background.run('timers on displays', (signal) => mirror.run({ signal }));
    background.run('what happens at displays', (signal) => mirror.follow({ signal }));
  }
  const ringer = new TimerRinger({
    timers,
    bell,
    ...(mirror && { mirror }),
    mayRing: ({ origin }) => isAble(parts) || bell.placeOf(origin) !== 'satellite',
    log,
  });
  background.run('timers', (signal) => ringOnce(ringer, parts, signal));
  if (parts.lease) {
    const lookMs = parts.isShared ? sharedLookMs : ownLookMs;
    background.run('timers of other processes', (signal) => followStore(timers, { lookMs, signal }));
  }
  return {
    timers,
    promiseOf: (origin) => bell.promiseOf(origin),
    clock,
    untilQuiet: ({ signal }) => untilQuiet(timers, signal),
  };
}

/** Replicas serve one house together: a timer may be set through one and ring through another. */
const sharedLookMs = 1_000;
/** Two programs on one data directory are a mistake, and still ring each timer once. */
const ownLookMs = 5_000;

/** Of replicas the one rings that Home Assistant is connected to. */
async function ringOnce(ringer: TimerRinger, parts: TimerParts, signal: AbortSignal): Promise<void> {
  const { lease, log } = parts;
  if (!lease) return await ringer.run({ signal });
  await underLease((held) => ringer.run({ signal: held }), {
    lease,
    isAble: () => isAble(parts),
    log,
    signal,
  });
}

const isAble = ({ isShared, satellites }: TimerParts): boolean =>
  isShared !== true || satellites?.links.isConnected !== false;

async function untilQuiet(timers: Timers, signal: AbortSignal): Promise<void> {
  const busyPhases: readonly TimerPhase[] = ['running', 'ringing'];
  const isBusy = () => timers.all().some(({ phase }) => busyPhases.includes(phase));
  while (isBusy()) {
    let unwatch: () => void = () => undefined;
    const changed = new Promise<void>((resolve) => (unwatch = timers.watch(() => resolve())));
    try {
      await abortable(changed, signal);
    } finally {
      unwatch();
    }
  }
}

function sayEnd(end: TimerEnd): string {
  return (packFor(end.timer.origin.language) ?? english).timers.end(end);
}

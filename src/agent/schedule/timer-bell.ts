/** Tells the end of a timer where it was set. */
import { sleep } from '../../core/abort.ts';
import type { AnnounceFailure, Announcer } from '../ports/announcer.ts';
import type { RingPlace, TimerEnd } from './timer-outcome.ts';
import type { TimerOrigin } from './timer.ts';
import { lateRingMs } from './timers.ts';

/** `unsure`: it may have been heard and must not be said again. */
export type RingResult = 'told' | 'unsure' | 'failed';

export type TimerBell = {
  /** Where its end would be told. */
  placeOf(origin: TimerOrigin): RingPlace;
  /** The same as far as it can be promised now: `nowhere` while no Home Assistant could pass it on. */
  promiseOf(origin: TimerOrigin): RingPlace;
  /** Tries until it is told, hopeless, or too late. Rejects with the signal's reason only. */
  ring(end: () => TimerEnd, options: { readonly signal: AbortSignal }): Promise<RingResult>;
};

export type BellParts = {
  readonly announcer?: Announcer;
  /** True while announcements can be passed on. */
  readonly isConnected?: () => boolean;
  /** Shows the end of a timer that was typed; absent where nobody sits at a terminal. */
  readonly terminal?: (text: string) => void;
  /** The words for it. */
  readonly say: (end: TimerEnd) => string;
  readonly pauseMs?: number;
};

/** Between two tries on a satellite that is away. */
const defaultPauseMs = 5_000;

/** What another try can not change. */
const hopeless: ReadonlySet<AnnounceFailure> = new Set(['unknown-satellite', 'unsupported']);

export function createTimerBell({
  announcer,
  isConnected = () => true,
  terminal,
  say,
  pauseMs = defaultPauseMs,
}: BellParts): TimerBell {
  const placeOf = ({ satelliteId, deviceId, showsTimers }: TimerOrigin): RingPlace => {
    const isSatellite = satelliteId !== null || (showsTimers && deviceId !== null);
    if (isSatellite && announcer) return 'satellite';
    return !isSatellite && terminal ? 'terminal' : 'nowhere';
  };

  const announce = async (satelliteId: string, end: () => TimerEnd, signal: AbortSignal) => {
    for (;;) {
      const result = await announcer?.announce({ satelliteId, text: say(end()) }, { signal });
      if (result?.kind === 'announced') return 'told';
      if (!result || hopeless.has(result.reason)) return 'failed';
      if (result.reason === 'unconfirmed') return 'unsure';
      if (end().lateMs + pauseMs > lateRingMs) return 'failed';
      await sleep(pauseMs, signal);
    }
  };

  return {
    placeOf,
    promiseOf: (origin) => {
      const place = placeOf(origin);
      return place === 'satellite' && !isConnected() ? 'nowhere' : place;
    },
    ring: async (end, { signal }) => {
      const { origin } = end().timer;
      const place = placeOf(origin);
      if (place === 'satellite' && origin.satelliteId !== null)
        return await announce(origin.satelliteId, end, signal);
      if (place !== 'terminal') return 'failed';
      terminal?.(say(end()));
      return 'told';
    },
  };
}

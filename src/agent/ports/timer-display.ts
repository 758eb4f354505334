/**
 * Timers on satellites that show and ring them (lights, a sound until somebody stops it). The agent's store is the
 * truth; Home Assistant's timer manager, which forgets at a restart, is its display.
 */

export type ShownTimer = {
  /** The agent's own id. */
  readonly timerId: string;
  /** Device of the satellite, whose turn said `deviceSupportsTimers`. */
  readonly deviceId: string;
  /** As the person called it; personal. */
  readonly name?: string;
  /** BCP 47 tag of the sentence that set it. */
  readonly language: string;
  /** What it was set to, time that was added included. */
  readonly totalMs: number;
  /** Left now. */
  readonly remainingMs: number;
  readonly isPaused: boolean;
};

export type ShowResult =
  /** The device counts and will ring by itself. */
  | { readonly kind: 'shown' }
  /** No Home Assistant is connected now: it is shown as soon as one is. */
  | { readonly kind: 'waiting' }
  /** This device shows no timers, or not now: it is forgotten here, and whoever keeps the timer must announce it. */
  | { readonly kind: 'unsupported' };

export type TimerDisplayEvent =
  /**
   * It is over. `hasRung` false: the device did not ring (away, unplugged, restarted at that moment), so whoever
   * keeps the timer must say it.
   */
  | { readonly kind: 'finished'; readonly timerId: string; readonly hasRung: boolean }
  /** Cancelled at the device, or through another agent of Home Assistant. */
  | { readonly kind: 'cancelled'; readonly timerId: string }
  /** Paused, continued, made longer or shorter there. */
  | {
      readonly kind: 'changed';
      readonly timerId: string;
      readonly remainingMs: number;
      readonly isPaused: boolean;
    };

/**
 * Never ringing twice: of a timer that is `shown` or `waiting`, only the `finished` event says who rings. One comes for
 * every such timer, within `ringReportMs` after its end, or after Home Assistant is back. Do not announce before it.
 */
export type TimerDisplay = {
  /**
   * Shows the timer, or changes the shown one of this id. It is shown again, with what is left then, after either
   * side was away, until `remove` or its end. Tell all running timers before clients may connect: timers of ours
   * that the display was not told of are taken off the satellites.
   */
  show(timer: ShownTimer, options: { readonly signal: AbortSignal }): Promise<ShowResult>;
  /** Takes it off without ringing; nothing happens for one that is not shown. No event follows. */
  remove(timerId: string, options: { readonly signal: AbortSignal }): Promise<void>;
  /** What happens at the devices; for one reader. */
  events(options: { readonly signal: AbortSignal }): AsyncIterable<TimerDisplayEvent>;
};

/** Home Assistant counts whole seconds, and its timers are looked at once a second. */
export const ringReportMs = 3_000;

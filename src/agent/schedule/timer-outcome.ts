/** What became of a request about timers; replies are made from it alone. */
import type { TimerChoice } from '../understand/plan.ts';
import type { Timer, TimerNow } from './timer.ts';

/** Where the end of a timer will be heard. */
export type RingPlace =
  /** On the satellite it was set from. */
  | 'satellite'
  /** In the terminal it was typed into. */
  | 'terminal'
  /** Nowhere by itself: it can only be asked about. */
  | 'nowhere';

export type TimerOutcome =
  | { readonly kind: 'started'; readonly timer: TimerNow; readonly rings: RingPlace }
  | { readonly kind: 'refused'; readonly why: 'too-many' | 'too-long' | 'no-length' }
  | { readonly kind: 'none' }
  | { readonly kind: 'not-found'; readonly choice: TimerChoice; readonly others: readonly TimerNow[] }
  /** Several fit: the person has to say which. */
  | { readonly kind: 'which'; readonly timers: readonly TimerNow[] }
  | { readonly kind: 'cancelled'; readonly timers: readonly TimerNow[] }
  | { readonly kind: 'paused' | 'resumed'; readonly timer: TimerNow; readonly wasSo: boolean }
  | { readonly kind: 'changed'; readonly timer: TimerNow; readonly byMs: number }
  /** More was to be taken away than is left. */
  | { readonly kind: 'too-short'; readonly timer: TimerNow; readonly byMs: number }
  /** `unheard` ended without anybody being told for certain. */
  | { readonly kind: 'status'; readonly timers: readonly TimerNow[]; readonly unheard: readonly Timer[] };

/** What is said when a timer ends. */
export type TimerEnd = {
  readonly timer: Timer;
  /** How long ago it ended, ms; more than a moment when nobody could be told in time. */
  readonly lateMs: number;
};

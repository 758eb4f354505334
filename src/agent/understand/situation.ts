/** What is known around a sentence: the home, the place, and what was said and done before. */
import type { HomeModel } from '../../home/model/home-model.ts';
import type { OfferedTimer } from './timer-answer.ts';
import type { Question } from './plan.ts';
import type { Wish } from './wish.ts';

export type Situation = {
  readonly model: HomeModel;
  /** Where the person is, when known. */
  readonly areaId: string | null;
  /** What the conversation was last about. */
  readonly lastEntityIds: readonly string[];
  /** What it was about before that; for "both". */
  readonly earlierEntityIds?: readonly string[];
  /** What was last done with them; for "and the bedroom too", "I meant the kitchen". */
  readonly lastWish?: Wish | null;
  /** The words of the last sentence; for which way "a bit more" goes. */
  readonly lastSaid?: string;
  /** What was last asked about them; for "and in the bedroom". */
  readonly lastQuestion?: Question | null;
  /** The timer that was last talked about, where that was later than any device; for "pause it". */
  readonly lastTimerId?: string | null;
  /** The devices that were last offered to choose from; for "not that one, the other". */
  readonly lastOffered?: readonly string[];
  /** What time it is, ms since the epoch; for "at nine", "tomorrow". */
  readonly nowMs?: number;
  /** A question of ours that waits for an answer. */
  readonly asked?: AskedUs | null;
};

export type AskedUs =
  /** Whether to do it, with these devices. */
  | { readonly kind: 'confirmation'; readonly entityIds: readonly string[] }
  /** For the household's code. */
  | { readonly kind: 'pin' }
  /** Which of these devices. */
  | { readonly kind: 'which'; readonly entityIds: readonly string[] }
  /** In which room. */
  | { readonly kind: 'where'; readonly className: string }
  /** Whether these are to be on or off. */
  | { readonly kind: 'on-or-off' }
  /** How long a timer is to run. */
  | { readonly kind: 'length' }
  /** Which of these timers. */
  | { readonly kind: 'timer'; readonly timers: readonly OfferedTimer[] };

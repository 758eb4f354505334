/** What a conversation remembers from one turn to the next. */
import type { Wish } from '../understand/plan.ts';

export type Dialogue = {
  readonly conversationId: string;
  /** A question of ours that waits for an answer; null when none does. */
  readonly pending: PendingConfirmation | null;
  /** The devices last acted on or asked about, for "it" and "them". */
  readonly lastEntityIds: readonly string[];
  /** What was last done with them; null after a question. */
  readonly lastWish: Wish | null;
  /** When the last turn ended, ms since the epoch. */
  readonly updatedAtMs: number;
};

/** Something that is done only after a yes. */
export type PendingConfirmation = {
  readonly kind: 'confirmation';
  readonly wish: Wish;
  readonly entityIds: readonly string[];
  readonly why: 'less-safe' | 'many-devices';
  /** Only an answer from where it was asked counts. */
  readonly satelliteId: string | null;
};

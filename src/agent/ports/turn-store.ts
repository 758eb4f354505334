/** Remembers turns by their id, so that a repeated request answers the same and acts once. */
import type { TurnOutcome } from '../agent.ts';

export type { TurnOutcome };

/** A repeated request follows within seconds; ten minutes cover a client that was restarted. */
export const turnLifeMs = 10 * 60_000;

export type KnownTurn =
  | TurnOutcome
  /** It began to act and has no outcome: whether it did anything is not known. */
  | { readonly kind: 'started' };

export type TurnStore = {
  /** Undefined when the id is new or too old. */
  find(turnId: string): Promise<KnownTurn | undefined>;
  /** The turn is about to act. A store that outlives this process has it on record when this settles. */
  start(turnId: string): Promise<void>;
  save(outcome: TurnOutcome): Promise<void>;
};

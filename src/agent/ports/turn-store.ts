/** Remembers turns by their id, so that a repeated request answers the same and acts once. */
import type { TurnOutcome } from '../agent.ts';

export type TurnStore = {
  /** The outcome of a finished turn; undefined when the id is new or too old. */
  find(turnId: string): Promise<TurnOutcome | undefined>;
  save(outcome: TurnOutcome): Promise<void>;
};

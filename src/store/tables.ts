/** The tables as the query builder sees them. */
import type { JSONColumnType } from 'kysely';
import type { Dialogue } from '../agent/ports/dialogue-store.ts';
import type { TurnOutcome } from '../agent/ports/turn-store.ts';

export type Tables = {
  turns: {
    turn_id: string;
    /** Null while the turn acts. */
    outcome: JSONColumnType<TurnOutcome> | null;
    /** Version of the program that wrote the outcome: another one may read it otherwise. */
    written_by: string;
    /** Of the last change, ms since the epoch. */
    at_ms: number;
  };
  dialogues: {
    conversation_id: string;
    dialogue: JSONColumnType<Dialogue>;
    /** The dialogue's own: only a higher one replaces it. */
    revision: number;
    written_by: string;
    at_ms: number;
  };
  timers: {
    timer_id: string;
    name: string | null;
    duration_ms: number;
    total_ms: number;
    created_at_ms: number;
    /** JSON: where it was set. */
    origin: string;
    phase: string;
    left_ms: number;
    as_of_ms: number;
  };
};

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
  facts: {
    fact_id: string;
    /** Who may recall it: a person, or `home`. */
    owner: string;
    told_by: string;
    text: string;
    language: string;
    at_ms: number;
    /** A JSON list of numbers, which is how pgvector writes a vector, too. */
    embedding: string | null;
    /** Vectors of different models can not be compared. */
    embedding_model: string | null;
  };
  history: {
    exchange_id: string;
    person: string;
    said: string;
    answered: string;
    language: string;
    at_ms: number;
  };
  memory_consents: {
    person: string;
    /** 0 or 1. */
    facts: number;
    history: number;
    at_ms: number;
  };
  audit_records: {
    /** The key that signs it. */
    chain: string;
    seq: number;
    at_ms: number;
    /** JSON, as it was hashed. */
    record: string;
    hash: string;
  };
  audit_checkpoints: {
    chain: string;
    seq: number;
    kind: string;
    hash: string;
    at_ms: number;
    signature: string;
  };
  pin_locks: {
    source: string;
    wrong_count: number;
    last_at_ms: number;
  };
};

/** All of them: what a backup holds and a restore replaces. The compiler asks for a new one here. */
const names: Readonly<Record<keyof Tables, true>> = {
  turns: true,
  dialogues: true,
  timers: true,
  facts: true,
  history: true,
  memory_consents: true,
  audit_records: true,
  audit_checkpoints: true,
  pin_locks: true,
};

export const isTableName = (name: string): name is keyof Tables => Object.hasOwn(names, name);
export const tableNames: readonly (keyof Tables)[] = Object.keys(names).filter(isTableName);

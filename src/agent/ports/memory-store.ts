/** Keeps what people asked to be remembered and what they said lately. All text here is personal. */

import type { FactOwner, PersonId } from './person.ts';

export type { FactOwner, PersonId };

export type Fact = {
  readonly factId: string;
  readonly owner: FactOwner;
  readonly toldBy: PersonId;
  readonly text: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** ms since the epoch. */
  readonly atMs: number;
};

/** What was said in one turn and what we answered. */
export type Exchange = {
  readonly exchangeId: string;
  readonly person: PersonId;
  readonly said: string;
  readonly answered: string;
  readonly language: string;
  readonly atMs: number;
};

/** The place of a text in the space of one model; only vectors of the same model can be compared. */
export type Embedding = { readonly model: string; readonly vector: readonly number[] };

/** What a person allowed to be kept. */
export type Consent = { readonly facts: boolean; readonly history: boolean };

export type FactSearch = {
  readonly owners: readonly FactOwner[];
  /** Words to find in any form; a fact needs one of them, or `all`. */
  readonly words: readonly string[];
  readonly needs: 'all' | 'any';
  readonly language: string;
  /** Facts at least this near (cosine, −1 to 1) are found too, the nearest first. */
  readonly near?: { readonly embedding: Embedding; readonly minSimilarity: number };
  readonly limit: number;
};

export type HistorySearch = {
  readonly person: PersonId;
  readonly words: readonly string[];
  readonly language: string;
  readonly sinceMs: number;
  readonly limit: number;
};

/** What was removed, in rows. */
export type Removed = {
  readonly facts: number;
  readonly history: number;
  readonly consents: number;
  readonly dialogues: number;
  /** Turns whose speech was removed; that they happened stays known for ten minutes, so that none acts twice. */
  readonly turns: number;
};

export type MemoryStore = {
  consent(person: PersonId): Promise<Consent | undefined>;
  allow(person: PersonId, consent: Consent): Promise<void>;
  /** Settled means that it outlives a power cut. */
  addFact(fact: Fact, embedding: Embedding | null): Promise<void>;
  /** The newest first. */
  facts(owners: readonly FactOwner[], limit: number): Promise<readonly Fact[]>;
  countFacts(owner: FactOwner): Promise<number>;
  findFacts(search: FactSearch): Promise<readonly Fact[]>;
  removeFacts(factIds: readonly string[]): Promise<void>;
  /** Facts without an embedding of this model. */
  factsWithout(model: string, limit: number): Promise<readonly Fact[]>;
  embed(factId: string, embedding: Embedding): Promise<void>;
  /** Settled means that it outlives the process. */
  addExchange(exchange: Exchange): Promise<void>;
  /** The newest first. */
  history(person: PersonId, sinceMs: number, limit: number): Promise<readonly Exchange[]>;
  findHistory(search: HistorySearch): Promise<readonly Exchange[]>;
  /** Removes all that this person said; resolves with the number of exchanges. */
  removeHistory(person: PersonId): Promise<number>;
  /** Removes what was said before. */
  expire(beforeMs: number): Promise<void>;
  /** Removes all that came of this person, of everybody when null, without a trace in the files. */
  forget(person: PersonId | null): Promise<Removed>;
};

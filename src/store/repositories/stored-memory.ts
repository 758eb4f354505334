/** What people asked to be remembered and what they said lately, with the search for both. */
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type {
  Exchange,
  Fact,
  FactOwner,
  FactSearch,
  MemoryStore,
  PersonId,
} from '../../agent/ports/memory-store.ts';
import type { Clock } from '../../core/clock.ts';
import { forgetHistory, forgetPerson } from './forget-person.ts';
import { findNearest } from './nearest-facts.ts';
import type { Tables } from '../tables.ts';
import { addWords, factWords, findByWords, historyWords, removeWords } from './word-index.ts';

export type MemoryDatabases = {
  /** What was written outlives a power cut. */
  readonly lasting: Kysely<Tables>;
  /** What was written outlives the process. */
  readonly brief: Kysely<Tables>;
  /** Removes what was written before from the files, too. */
  readonly scrub: () => Promise<void>;
  /** The database compares vectors itself. */
  readonly hasVectors: boolean;
  readonly clock: Clock;
};

export function storedMemory({ lasting: db, brief, scrub, hasVectors, clock }: MemoryDatabases): MemoryStore {
  return {
    consent: async (person) => {
      const row = await db
        .selectFrom('memory_consents')
        .select(['facts', 'history'])
        .where('person', '=', person)
        .executeTakeFirst();
      return row && { facts: row.facts === 1, history: row.history === 1 };
    },
    allow: async (person, { facts, history }) => {
      const row = { facts: facts ? 1 : 0, history: history ? 1 : 0, at_ms: clock.now() };
      await db
        .insertInto('memory_consents')
        .values({ person, ...row })
        .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
        .execute();
    },
    addFact: async (fact, embedding) => {
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('facts')
          .values({
            fact_id: fact.factId,
            owner: fact.owner,
            told_by: fact.toldBy,
            text: fact.text,
            language: fact.language,
            at_ms: fact.atMs,
            embedding: embedding && JSON.stringify(embedding.vector),
            embedding_model: embedding && embedding.model,
          })
          .execute();
        await addWords(transaction, fact.factId, fact.text);
      });
    },
    facts: async (owners, limit) => {
      if (owners.length === 0) return [];
      const rows = await db
        .selectFrom('facts')
        .selectAll()
        .where('owner', 'in', [...owners])
        .orderBy('at_ms', 'desc')
        .limit(limit)
        .execute();
      return rows.map(factOf);
    },
    countFacts: async (owner) => {
      const { count } = await db
        .selectFrom('facts')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('owner', '=', owner)
        .executeTakeFirstOrThrow();
      return count;
    },
    findFacts: async (search) => {
      const ids = [...new Set([...(await nearFacts(search)), ...(await wordFacts(search))])];
      return await factsOf(ids.slice(0, search.limit));
    },
    removeFacts: async (factIds) => {
      if (factIds.length === 0) return;
      await db.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('facts')
          .where('fact_id', 'in', [...factIds])
          .execute();
        await removeWords(transaction, factIds);
      });
      await scrub();
    },
    factsWithout: async (model, limit) => {
      const rows = await db
        .selectFrom('facts')
        .selectAll()
        .where((is) => is.or([is('embedding_model', 'is', null), is('embedding_model', '!=', model)]))
        .limit(limit)
        .execute();
      return rows.map(factOf);
    },
    embed: async (factId, { model, vector }) => {
      await db
        .updateTable('facts')
        .set({ embedding: JSON.stringify(vector), embedding_model: model })
        .where('fact_id', '=', factId)
        .execute();
    },
    addExchange: async ({ exchangeId, person, said, answered, language, atMs }) => {
      await brief.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('history')
          .values({ exchange_id: exchangeId, person, said, answered, language, at_ms: atMs })
          .execute();
        await addWords(transaction, exchangeId, said);
      });
    },
    history: async (person, sinceMs, limit) => {
      const rows = await db
        .selectFrom('history')
        .selectAll()
        .where('person', '=', person)
        .where('at_ms', '>=', sinceMs)
        .orderBy('at_ms', 'desc')
        .limit(limit)
        .execute();
      return rows.map(exchangeOf);
    },
    findHistory: async ({ person, sinceMs, ...search }) => {
      const ids = await findByWords(db, historyWords, { ...search, persons: [person], needs: 'any' });
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom('history')
        .selectAll()
        .where('exchange_id', 'in', [...ids])
        .where('at_ms', '>=', sinceMs)
        .execute();
      return inOrder(rows.map(exchangeOf), ids, ({ exchangeId }) => exchangeId);
    },
    removeHistory: async (person) => {
      const count = await db.transaction().execute((transaction) => forgetHistory(transaction, person));
      if (count > 0) await scrub();
      return count;
    },
    expire: async (beforeMs) => {
      await brief.transaction().execute(async (transaction) => {
        const old = await transaction
          .selectFrom('history')
          .select('exchange_id')
          .where('at_ms', '<', beforeMs)
          .execute();
        if (old.length === 0) return;
        await transaction.deleteFrom('history').where('at_ms', '<', beforeMs).execute();
        await removeWords(
          transaction,
          old.map(({ exchange_id }) => exchange_id),
        );
      });
    },
    forget: async (person) => {
      const removed = await forgetPerson(db, person);
      await scrub();
      return removed;
    },
  };

  async function nearFacts({ owners, near, limit }: FactSearch): Promise<readonly string[]> {
    return near ? await findNearest(db, { owners, ...near, limit, hasVectors }) : [];
  }

  async function wordFacts({ owners, ...search }: FactSearch): Promise<readonly string[]> {
    return await findByWords(db, factWords, { ...search, persons: owners });
  }

  async function factsOf(ids: readonly string[]): Promise<readonly Fact[]> {
    if (ids.length === 0) return [];
    const rows = await db
      .selectFrom('facts')
      .selectAll()
      .where('fact_id', 'in', [...ids])
      .execute();
    return inOrder(rows.map(factOf), ids, ({ factId }) => factId);
  }
}

const personId = z.custom<PersonId>((id) => typeof id === 'string' && /^(user:.|satellite:.|home$)/.test(id));
const factOwner = z.custom<FactOwner>((id) => typeof id === 'string' && /^(user:.|home$)/.test(id));

function factOf(row: Selectable<Tables['facts']>): Fact {
  return {
    factId: row.fact_id,
    owner: factOwner.parse(row.owner),
    toldBy: personId.parse(row.told_by),
    text: row.text,
    language: row.language,
    atMs: row.at_ms,
  };
}

function exchangeOf(row: Selectable<Tables['history']>): Exchange {
  const { said, answered, language } = row;
  const person = personId.parse(row.person);
  return { exchangeId: row.exchange_id, person, said, answered, language, atMs: row.at_ms };
}

function inOrder<Row>(
  rows: readonly Row[],
  ids: readonly string[],
  idOf: (row: Row) => string,
): readonly Row[] {
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

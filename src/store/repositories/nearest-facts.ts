/** Facts whose vectors lie nearest to one. */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Embedding } from '../../agent/ports/memory-store.ts';
import type { Tables } from '../tables.ts';

type Search = {
  readonly owners: readonly string[];
  readonly embedding: Embedding;
  /** Cosine, −1 to 1. */
  readonly minSimilarity: number;
  readonly limit: number;
  /** The database has pgvector. */
  readonly hasVectors: boolean;
};

/** Ids, the nearest first. Facts without a vector of this model are not found. */
export async function findNearest(db: Kysely<Tables>, search: Search): Promise<readonly string[]> {
  if (search.owners.length === 0) return [];
  return search.hasVectors ? await byDatabase(db, search) : await bySelf(db, search);
}

async function byDatabase(
  db: Kysely<Tables>,
  { owners, embedding, minSimilarity, limit }: Search,
): Promise<readonly string[]> {
  const distance = sql`(embedding::vector <=> ${JSON.stringify(embedding.vector)}::vector)`;
  // Materialised, so that vectors of another length are sorted out before they are compared.
  const { rows } = await sql<{ id: string }>`
    with ours as materialized (
      select fact_id as id, embedding from facts
      where embedding_model = ${embedding.model} and owner in (${sql.join(owners)})
    )
    select id from ours where ${distance} <= ${1 - minSimilarity} order by ${distance} limit ${limit}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

const numbers = z.array(z.number());

async function bySelf(
  db: Kysely<Tables>,
  { owners, embedding, minSimilarity, limit }: Search,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('facts')
    .select(['fact_id', 'embedding'])
    .where('embedding_model', '=', embedding.model)
    .where('owner', 'in', [...owners])
    .execute();
  return rows
    .map(({ fact_id: id, embedding: json }) => ({
      id,
      similarity: cosine(numbers.parse(JSON.parse(json ?? '[]')), embedding.vector),
    }))
    .filter(({ similarity }) => similarity >= minSimilarity)
    .sort((one, other) => other.similarity - one.similarity)
    .slice(0, limit)
    .map(({ id }) => id);
}

/** −1 for vectors that can not be compared. */
function cosine(one: readonly number[], other: readonly number[]): number {
  if (one.length !== other.length) return -1;
  let [dot, oneSquare, otherSquare] = [0, 0, 0];
  for (const [index, value] of one.entries()) {
    const beside = other[index] ?? 0;
    dot += value * beside;
    oneSquare += value * value;
    otherSquare += beside * beside;
  }
  return oneSquare === 0 || otherSquare === 0 ? -1 : dot / Math.sqrt(oneSquare * otherSquare);
}

/**
 * Full-text search over what is remembered. SQLite keeps an index of its own (FTS5), which changes in the
 * transactions that change the rows; PostgreSQL makes its words when asked: a household remembers hundreds of rows.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { primarySubtag } from '../../core/language-tag.ts';
import { kindOf } from '../dialect-of.ts';
import type { Tables } from '../tables.ts';

type Source = {
  readonly table: 'facts' | 'history';
  readonly id: 'fact_id' | 'exchange_id';
  readonly text: 'text' | 'said';
  readonly person: 'owner' | 'person';
};

export const factWords: Source = { table: 'facts', id: 'fact_id', text: 'text', person: 'owner' };
export const historyWords: Source = { table: 'history', id: 'exchange_id', text: 'said', person: 'person' };

export async function makeWordIndex(db: Kysely<unknown>): Promise<void> {
  if (kindOf(db) !== 'sqlite') return;
  await sql`create virtual table remembered_words using fts5(id unindexed, text, tokenize = 'porter unicode61 remove_diacritics 2')`.execute(
    db,
  );
  // What is forgotten leaves no trace in the index's pages.
  await sql`insert into remembered_words(remembered_words, rank) values ('secure-delete', 1)`.execute(db);
}

export async function addWords(db: Kysely<Tables>, id: string, text: string): Promise<void> {
  if (kindOf(db) === 'sqlite')
    await sql`insert into remembered_words(id, text) values (${id}, ${text})`.execute(db);
}

export async function removeWords(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  if (kindOf(db) === 'sqlite' && ids.length > 0)
    await sql`delete from remembered_words where id in (${sql.join(ids)})`.execute(db);
}

/** After rows came in by another way, such as a restored backup. */
export async function rebuildWords(db: Kysely<Tables>): Promise<void> {
  if (kindOf(db) !== 'sqlite') return;
  await sql`delete from remembered_words`.execute(db);
  for (const { table, id, text } of [factWords, historyWords])
    await sql`insert into remembered_words(id, text) select ${sql.ref(id)}, ${sql.ref(text)} from ${sql.table(table)}`.execute(
      db,
    );
}

export type WordSearch = {
  readonly persons: readonly string[];
  /** Plain words of letters and digits, in any form of theirs. */
  readonly words: readonly string[];
  /** Whether a row needs all of the words, or one. */
  readonly needs: 'all' | 'any';
  /** BCP 47 tag of the words. */
  readonly language: string;
  readonly limit: number;
};

/** Ids of the rows, the best match first. */
export async function findByWords(
  db: Kysely<Tables>,
  source: Source,
  search: WordSearch,
): Promise<readonly string[]> {
  if (search.words.length === 0 || search.persons.length === 0) return [];
  const find = kindOf(db) === 'sqlite' ? inSqlite(source, search) : inPostgres(source, search);
  const { rows } = await find.execute(db);
  return rows.map(({ id }) => id);
}

function inSqlite(
  { table, id, person }: Source,
  { persons, words, needs, limit }: WordSearch,
): RawBuilder<{ id: string }> {
  const query = words.map((word) => `"${word}"`).join(needs === 'all' ? ' ' : ' OR ');
  const key = sql.ref(`${table}.${id}`);
  return sql`select ${key} as id from remembered_words join ${sql.table(table)} on ${key} = remembered_words.id
    where remembered_words match ${query} and ${sql.ref(`${table}.${person}`)} in (${sql.join(persons)})
    order by bm25(remembered_words), ${sql.ref(`${table}.at_ms`)} desc limit ${limit}`;
}

/** PostgreSQL's dictionaries; other languages are compared word by word. */
const dictionaries: Readonly<Record<string, string>> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  nl: 'dutch',
};

function inPostgres(
  { table, id, text, person }: Source,
  { persons, words, needs, language, limit }: WordSearch,
): RawBuilder<{ id: string }> {
  const dictionary = sql`cast(${dictionaries[primarySubtag(language)] ?? 'simple'} as regconfig)`;
  const query = words.map((word) => `"${word}"`).join(needs === 'all' ? ' ' : ' or ');
  const asked = sql`websearch_to_tsquery(${dictionary}, ${query})`;
  const there = sql`to_tsvector(${dictionary}, ${sql.ref(text)})`;
  return sql`select ${sql.ref(id)} as id from ${sql.table(table)}
    where ${there} @@ ${asked} and ${sql.ref(person)} in (${sql.join(persons)})
    order by ts_rank(${there}, ${asked}) desc, at_ms desc limit ${limit}`;
}

/** What people asked to be remembered, what they said lately, and whether they allowed either. */
import type { Kysely, Migration } from 'kysely';
import { makeWordIndex } from '../repositories/word-index.ts';

export const memory: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('facts')
      .addColumn('fact_id', 'text', (column) => column.primaryKey())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('told_by', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('at_ms', 'bigint', (column) => column.notNull())
      .addColumn('embedding', 'text')
      .addColumn('embedding_model', 'text')
      .execute();
    await db.schema.createIndex('facts_owner').on('facts').column('owner').execute();
    await db.schema
      .createTable('history')
      .addColumn('exchange_id', 'text', (column) => column.primaryKey())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('said', 'text', (column) => column.notNull())
      .addColumn('answered', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('at_ms', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('history_person').on('history').columns(['person', 'at_ms']).execute();
    await db.schema
      .createTable('memory_consents')
      .addColumn('person', 'text', (column) => column.primaryKey())
      .addColumn('facts', 'bigint', (column) => column.notNull())
      .addColumn('history', 'bigint', (column) => column.notNull())
      .addColumn('at_ms', 'bigint', (column) => column.notNull())
      .execute();
    await makeWordIndex(db);
  },
};

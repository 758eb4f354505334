/** How the tables came to be, step by step; a step that was released is never changed. */
import type { Kysely, Migration } from 'kysely';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-turns-and-dialogues': {
    async up(db: Kysely<unknown>) {
      for (const [table, key, value] of [
        ['turns', 'turn_id', 'outcome'],
        ['dialogues', 'conversation_id', 'dialogue'],
      ] as const) {
        await db.schema
          .createTable(table)
          .addColumn(key, 'text', (column) => column.primaryKey())
          .addColumn(value, 'text')
          .addColumn('written_by', 'text', (column) => column.notNull())
          .addColumn('at_ms', 'integer', (column) => column.notNull())
          .execute();
        await db.schema.createIndex(`${table}_at_ms`).on(table).column('at_ms').execute();
      }
    },
  },
};

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
  '0002-timers': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('timers')
        .addColumn('timer_id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text')
        .addColumn('duration_ms', 'integer', (column) => column.notNull())
        .addColumn('total_ms', 'integer', (column) => column.notNull())
        .addColumn('created_at_ms', 'integer', (column) => column.notNull())
        .addColumn('origin', 'text', (column) => column.notNull())
        .addColumn('phase', 'text', (column) => column.notNull())
        .addColumn('left_ms', 'real', (column) => column.notNull())
        .addColumn('as_of_ms', 'real', (column) => column.notNull())
        .execute();
    },
  },
  '0003-dialogue-revision': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable('dialogues')
        .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
    },
  },
};

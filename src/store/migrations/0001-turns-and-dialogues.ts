/** Turns by id and dialogues by conversation. */
import type { Kysely, Migration } from 'kysely';

export const turnsAndDialogues: Migration = {
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
        .addColumn('at_ms', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex(`${table}_at_ms`).on(table).column('at_ms').execute();
    }
  },
};

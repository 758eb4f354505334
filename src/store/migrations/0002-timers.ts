/** Timers that outlive the process. */
import type { Kysely, Migration } from 'kysely';

export const timers: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('timers')
      .addColumn('timer_id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text')
      .addColumn('duration_ms', 'bigint', (column) => column.notNull())
      .addColumn('total_ms', 'bigint', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('phase', 'text', (column) => column.notNull())
      .addColumn('left_ms', 'double precision', (column) => column.notNull())
      .addColumn('as_of_ms', 'double precision', (column) => column.notNull())
      .execute();
  },
};

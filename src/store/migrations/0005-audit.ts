/** Who had what done, in chains that are only added to; and how often a wrong code came from where. */
import type { Kysely, Migration } from 'kysely';

export const audit: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('audit_records')
      .addColumn('chain', 'text', (column) => column.notNull())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('at_ms', 'bigint', (column) => column.notNull())
      .addColumn('record', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('audit_records_key', ['chain', 'seq'])
      .execute();
    await db.schema
      .createIndex('audit_records_at_ms')
      .on('audit_records')
      .columns(['chain', 'at_ms'])
      .execute();
    await db.schema
      .createTable('audit_checkpoints')
      .addColumn('chain', 'text', (column) => column.notNull())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('at_ms', 'bigint', (column) => column.notNull())
      .addColumn('signature', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('audit_checkpoints_key', ['chain', 'seq', 'kind'])
      .execute();
    await db.schema
      .createTable('pin_locks')
      .addColumn('source', 'text', (column) => column.primaryKey())
      .addColumn('wrong_count', 'bigint', (column) => column.notNull())
      .addColumn('last_at_ms', 'bigint', (column) => column.notNull())
      .execute();
  },
};

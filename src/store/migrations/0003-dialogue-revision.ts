/** Of two turns that go on from the same dialogue, one is kept. */
import type { Kysely, Migration } from 'kysely';

export const dialogueRevision: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('dialogues')
      .addColumn('revision', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};

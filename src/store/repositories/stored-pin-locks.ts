/** How often a wrong code came from where, kept over a power cut. */
import type { Kysely } from 'kysely';
import type { PinLockStore } from '../../agent/ports/pin-lock-store.ts';
import type { Tables } from '../tables.ts';

export function storedPinLocks(db: Kysely<Tables>): PinLockStore {
  return {
    load: async (source) => {
      const row = await db
        .selectFrom('pin_locks')
        .selectAll()
        .where('source', '=', source)
        .executeTakeFirst();
      return row && { wrongCount: row.wrong_count, lastAtMs: row.last_at_ms };
    },
    save: async (source, { wrongCount, lastAtMs }) => {
      const row = { wrong_count: wrongCount, last_at_ms: lastAtMs };
      await db
        .insertInto('pin_locks')
        .values({ source, ...row })
        .onConflict((conflict) => conflict.column('source').doUpdateSet(row))
        .execute();
    },
    remove: async (source) => {
      await db.deleteFrom('pin_locks').where('source', '=', source).execute();
    },
  };
}

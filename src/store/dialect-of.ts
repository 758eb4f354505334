/** Which of the two databases a query runs in, for the little that they do differently. */
import { type Kysely, SqliteAdapter } from 'kysely';

export type StoreKind = 'sqlite' | 'postgres';

export function kindOf<Tables>(db: Kysely<Tables>): StoreKind {
  return db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';
}

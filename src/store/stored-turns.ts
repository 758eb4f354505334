/** Turns by their id, kept over a restart. */
import type { Kysely } from 'kysely';
import { turnLifeMs, type TurnStore } from '../agent/ports/turn-store.ts';
import type { Clock } from '../core/clock.ts';
import { packageVersion } from '../core/version.ts';
import { sweeper } from './sweep.ts';
import type { Tables } from './tables.ts';

export function storedTurns(db: Kysely<Tables>, clock: Clock): TurnStore {
  const sweep = sweeper(clock, () =>
    db
      .deleteFrom('turns')
      .where('at_ms', '<=', clock.now() - turnLifeMs)
      .execute(),
  );
  const write = async (turnId: string, outcome: string | null): Promise<void> => {
    const row = { outcome, written_by: packageVersion, at_ms: clock.now() };
    await db
      .insertInto('turns')
      .values({ turn_id: turnId, ...row })
      .onConflict((conflict) => conflict.column('turn_id').doUpdateSet(row))
      .execute();
    await sweep();
  };
  return {
    find: async (turnId) => {
      const row = await db
        .selectFrom('turns')
        .select(['outcome', 'written_by'])
        .where('turn_id', '=', turnId)
        .where('at_ms', '>', clock.now() - turnLifeMs)
        .executeTakeFirst();
      if (!row) return undefined;
      return row.outcome && row.written_by === packageVersion ? row.outcome : { kind: 'started' };
    },
    start: (turnId) => write(turnId, null),
    save: (outcome) => write(outcome.turnId, JSON.stringify(outcome)),
  };
}

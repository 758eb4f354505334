/** Turns by their id, kept over a restart. */
import type { Kysely } from 'kysely';
import type { Kept } from '../../agent/ports/kept.ts';
import {
  type KnownTurn,
  turnLifeMs,
  type TurnOutcome,
  type TurnStore,
} from '../../agent/ports/turn-store.ts';
import type { Clock } from '../../core/clock.ts';
import { packageVersion } from '../../core/version.ts';
import { sweeper } from './sweep.ts';
import type { Tables } from '../tables.ts';

export type StoredTurns = TurnStore & {
  /** The newest that are alive. */
  newest(limit: number): Promise<readonly Kept<KnownTurn>[]>;
};

export function storedTurns(db: Kysely<Tables>, clock: Clock): StoredTurns {
  const alive = () => db.selectFrom('turns').where('at_ms', '>', clock.now() - turnLifeMs);
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
      const row = await alive()
        .select(['outcome', 'written_by'])
        .where('turn_id', '=', turnId)
        .executeTakeFirst();
      return row && knownOf(row.outcome, row.written_by);
    },
    newest: async (limit) => {
      const rows = await alive().selectAll().orderBy('at_ms', 'desc').limit(limit).execute();
      return rows.map(({ turn_id: id, outcome, written_by, at_ms: atMs }) => ({
        id,
        value: knownOf(outcome, written_by),
        atMs,
      }));
    },
    start: (turnId) => write(turnId, null),
    save: (outcome) => write(outcome.turnId, JSON.stringify(outcome)),
  };
}

/** Another version of the program may read an outcome otherwise. */
const knownOf = (outcome: TurnOutcome | null, writtenBy: string): KnownTurn =>
  outcome && writtenBy === packageVersion ? outcome : { kind: 'started' };

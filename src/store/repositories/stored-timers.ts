/** Timers, kept over a power cut. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Timer, TimerStore } from '../../agent/ports/timer-store.ts';
import type { Tables } from '../tables.ts';

const origin = z.object({
  satelliteId: z.string().nullable(),
  deviceId: z.string().nullable(),
  areaId: z.string().nullable(),
  language: z.string(),
  showsTimers: z.boolean(),
});
const phase = z.enum(['running', 'paused', 'ringing', 'unheard']);

/** `changeMark`: see `Database`. */
export function storedTimers(db: Kysely<Tables>, changeMark: () => Promise<number | undefined>): TimerStore {
  return {
    changeMark,
    load: async () => {
      const rows = await db.selectFrom('timers').selectAll().orderBy('created_at_ms').execute();
      return rows.map((row) => ({
        timerId: row.timer_id,
        name: row.name,
        durationMs: row.duration_ms,
        totalMs: row.total_ms,
        createdAtMs: row.created_at_ms,
        origin: origin.parse(JSON.parse(row.origin)),
        phase: phase.parse(row.phase),
        leftMs: row.left_ms,
        asOfMs: row.as_of_ms,
      }));
    },
    save: async (timer) => {
      const row = rowOf(timer);
      await db
        .insertInto('timers')
        .values({ timer_id: timer.timerId, ...row })
        .onConflict((conflict) => conflict.column('timer_id').doUpdateSet(row))
        .execute();
    },
    remove: async (timerIds) => {
      if (timerIds.length === 0) return;
      await db
        .deleteFrom('timers')
        .where('timer_id', 'in', [...timerIds])
        .execute();
    },
  };
}

function rowOf(timer: Timer): Omit<Tables['timers'], 'timer_id'> {
  return {
    name: timer.name,
    duration_ms: timer.durationMs,
    total_ms: timer.totalMs,
    created_at_ms: timer.createdAtMs,
    origin: JSON.stringify(timer.origin),
    phase: timer.phase,
    left_ms: timer.leftMs,
    as_of_ms: timer.asOfMs,
  };
}

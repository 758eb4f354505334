/** What the demo home's devices were before, since it was started. */
import * as z from 'zod';
import type { EntityState } from '../model/home-model.ts';
import { refuse } from './command-error.ts';

/** A demonstration is not watched for longer than this many changes of one device. */
const mostStates = 500;

export const historyFields = z.strictObject({
  start_time: z.string(),
  end_time: z.string().optional(),
  entity_ids: z.array(z.string()),
  include_start_time_state: z.boolean().default(true),
  significant_changes_only: z.boolean().default(true),
  minimal_response: z.boolean().default(false),
  no_attributes: z.boolean().default(false),
});

export class History {
  readonly #states = new Map<string, EntityState[]>();

  note(entityId: string, state: EntityState): void {
    const states = this.#states.get(entityId) ?? [];
    if (states.at(-1)?.state === state.state) return;
    this.#states.set(entityId, [...states, state].slice(-mostStates));
  }

  /** As Home Assistant answers: compressed states per device, the one at the beginning included. */
  during(fields: z.output<typeof historyFields>): Readonly<Record<string, unknown>> {
    const fromMs = Date.parse(fields.start_time);
    const toMs = fields.end_time === undefined ? Date.now() : Date.parse(fields.end_time);
    if (Number.isNaN(fromMs)) throw refuse('invalid_start_time', 'Invalid start_time');
    if (Number.isNaN(toMs)) throw refuse('invalid_end_time', 'Invalid end_time');
    const found = fields.entity_ids.flatMap((entityId) => {
      const all = this.#states.get(entityId) ?? [];
      const before = all.findLast(({ lastChangedMs }) => lastChangedMs < fromMs);
      const within = all.filter(({ lastChangedMs }) => lastChangedMs >= fromMs && lastChangedMs <= toMs);
      const first = before && fields.include_start_time_state ? [{ ...before, lastChangedMs: fromMs }] : [];
      const rows = [...first, ...within].map(({ state, lastChangedMs }) => ({
        s: state,
        ...(!fields.minimal_response && { a: {} }),
        lu: lastChangedMs / 1_000,
      }));
      return rows.length === 0 ? [] : [[entityId, rows] as const];
    });
    return Object.fromEntries(found);
  }
}

/** The compressed events of `subscribe_entities`: added in full, changed as differences, removed by id. */
import * as z from 'zod';
import type { EntityState } from './home-model.ts';

const attributes = z.record(z.string(), z.unknown());
const added = z.looseObject({
  s: z.string(),
  a: attributes.default({}),
  lc: z.number().optional(),
  lu: z.number().optional(),
});
const changed = z.looseObject({
  '+': z
    .looseObject({
      s: z.string().optional(),
      a: attributes.optional(),
      lc: z.number().optional(),
      lu: z.number().optional(),
    })
    .optional(),
  '-': z.looseObject({ a: z.array(z.string()).optional() }).optional(),
});

export const statesEvent = z.looseObject({
  a: z.record(z.string(), added).optional(),
  c: z.record(z.string(), changed).optional(),
  r: z.array(z.string()).optional(),
});

export type StatesEvent = z.output<typeof statesEvent>;

/** Writes the event into the map and returns the ids that changed. */
export function applyStatesEvent(states: Map<string, EntityState>, event: StatesEvent): string[] {
  const touched: string[] = [];
  for (const [entityId, full] of Object.entries(event.a ?? {})) {
    states.set(entityId, {
      state: full.s,
      attributes: full.a,
      lastChangedMs: (full.lc ?? full.lu ?? 0) * 1000,
    });
    touched.push(entityId);
  }
  for (const [entityId, difference] of Object.entries(event.c ?? {})) {
    const old = states.get(entityId);
    if (old === undefined) continue;
    states.set(entityId, applyDifference(old, difference));
    touched.push(entityId);
  }
  for (const entityId of event.r ?? []) {
    if (states.delete(entityId)) touched.push(entityId);
  }
  return touched;
}

function applyDifference(old: EntityState, difference: z.output<typeof changed>): EntityState {
  const plus = difference['+'];
  const removed = difference['-']?.a ?? [];
  const sameAttributes = plus?.a === undefined && removed.length === 0;
  return {
    state: plus?.s ?? old.state,
    attributes: sameAttributes ? old.attributes : withoutKeys({ ...old.attributes, ...plus?.a }, removed),
    lastChangedMs: plus?.lc === undefined ? old.lastChangedMs : plus.lc * 1000,
  };
}

function withoutKeys(
  value: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/** A state in short words, for records of what changed: `off`, `on 25 %`, `open 40 %`. */
import type { Entity, EntityState } from '../../home/model/home-model.ts';

export function describeState(entity: Entity, state: EntityState | undefined): string {
  if (state === undefined) return 'unknown';
  const percent = percentOf(entity, state);
  return percent === undefined ? state.state : `${state.state} ${percent} %`;
}

function percentOf({ domain }: Entity, { state, attributes }: EntityState): number | undefined {
  if (domain === 'light' && typeof attributes['brightness'] === 'number' && state === 'on') {
    return Math.round((attributes['brightness'] * 100) / 255);
  }
  const position = domain === 'cover' ? attributes['current_position'] : undefined;
  return typeof position === 'number' && position > 0 ? position : undefined;
}

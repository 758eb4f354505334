/** States and readings as replies speak of them, before a language has words for them. */
import type { Entity, EntityState } from '../../home/model/home-model.ts';
import type { Reading, StateWord } from './language-pack.ts';

const openings: ReadonlySet<string | null> = new Set(['door', 'window', 'garage_door', 'opening']);

/** `on`, `off`, `open`, `closed`, `locked`, …; other states as the home has them. */
export function stateWord(entity: Entity, { state }: EntityState): StateWord {
  const isOn = state === 'on';
  if (entity.domain === 'binary_sensor') {
    if (openings.has(entity.deviceClass)) return isOn ? 'open' : 'closed';
    if (entity.deviceClass === 'lock') return isOn ? 'unlocked' : 'locked';
  }
  if (entity.domain === 'media_player' || entity.domain === 'climate') {
    return state === 'off' || state === 'standby' ? 'off' : 'on';
  }
  return state;
}

/** A number with its unit, a thermostat's temperatures, or the state where there is no number. */
export function readingOf(entity: Entity, state: EntityState): Reading {
  const { attributes } = state;
  if (entity.domain === 'climate') {
    const current = attributes['current_temperature'];
    const target = attributes['temperature'];
    if (typeof current !== 'number') return { kind: 'state', state: state.state };
    return { kind: 'climate', current, target: typeof target === 'number' ? target : null };
  }
  const value = Number(state.state);
  if (state.state.trim() === '' || Number.isNaN(value))
    return { kind: 'state', state: stateWord(entity, state) };
  const unit = attributes['unit_of_measurement'];
  return { kind: 'number', value, unit: typeof unit === 'string' ? unit : null };
}

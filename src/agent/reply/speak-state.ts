/** States and readings as a person says them. */
import type { Entity, EntityState } from '../../home/model/home-model.ts';

const openings: ReadonlySet<string | null> = new Set(['door', 'window', 'garage_door', 'opening']);

/** One word: on, off, open, closed, locked, … ; other states as the home has them. */
export function speakState(entity: Entity, { state }: EntityState): string {
  const isOn = state === 'on';
  if (entity.domain === 'binary_sensor') {
    if (openings.has(entity.deviceClass)) return isOn ? 'open' : 'closed';
    if (entity.deviceClass === 'lock') return isOn ? 'unlocked' : 'locked';
  }
  if (entity.domain === 'media_player' || entity.domain === 'climate') {
    return state === 'off' || state === 'standby' ? 'off' : 'on';
  }
  return state.replaceAll('_', ' ');
}

const units: Readonly<Record<string, string>> = {
  '%': 'percent',
  '°C': 'degrees',
  '°F': 'degrees',
  W: 'watts',
  kW: 'kilowatts',
  Wh: 'watt hours',
  kWh: 'kilowatt hours',
  V: 'volts',
  A: 'amperes',
  lx: 'lux',
  hPa: 'hectopascals',
  'm/s': 'metres per second',
  'km/h': 'kilometres per hour',
  ppm: 'parts per million',
  min: 'minutes',
  h: 'hours',
  s: 'seconds',
};

/** A reading with its unit in words, rounded to what an ear can use. */
export function speakValue(entity: Entity, state: EntityState): string {
  if (entity.domain === 'climate') return climateValue(state);
  const unit = state.attributes['unit_of_measurement'];
  const number = Number(state.state);
  if (state.state.trim() === '' || Number.isNaN(number)) return speakState(entity, state);
  const words = typeof unit === 'string' ? (units[unit] ?? unit) : '';
  return `${speakNumber(number)} ${words}`.trim();
}

function climateValue({ state, attributes }: EntityState): string {
  const current = attributes['current_temperature'];
  const wanted = attributes['temperature'];
  if (typeof current !== 'number') return state.replaceAll('_', ' ');
  const target = typeof wanted === 'number' ? `, set to ${speakNumber(wanted)}` : '';
  return `at ${speakNumber(current)} degrees${target}`;
}

function speakNumber(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return rounded < 0 ? `minus ${-rounded}` : String(rounded);
}

/** States and readings as replies speak of them, before a language has words for them. */
import type { Entity, EntityState } from '../../home/model/home-model.ts';
import type { Reading, StateWord } from './language-pack.ts';

/** What a contact sensor means by `on` and `off`. */
const contactWords: ReadonlyMap<string, readonly [on: StateWord, off: StateWord]> = new Map([
  ...words('open closed', 'door window garage_door opening'),
  ...words('unlocked locked', 'lock'),
  ...words('detected clear', 'motion moving smoke gas carbon_monoxide sound vibration'),
  ...words('occupied clear', 'occupancy presence'),
  ...words('wet dry', 'moisture'),
]);

function words(pair: string, classes: string): (readonly [string, readonly [StateWord, StateWord]])[] {
  const [on = 'on', off = 'off'] = pair.split(' ');
  return classes.split(' ').map((deviceClass) => [deviceClass, [on, off]]);
}

/** `on`, `off`, `open`, `closed`, `locked`, …; other states as the home has them. */
export function stateWord(entity: Entity, { state }: EntityState): StateWord {
  const { domain, deviceClass } = entity;
  if (domain === 'binary_sensor') {
    const [on, off] = contactWords.get(deviceClass ?? '') ?? ['on', 'off'];
    return state === 'on' ? on : off;
  }
  if (domain === 'climate') return state === 'off' ? 'off' : 'on';
  if (domain === 'media_player' && !mediaWords.has(state)) return state === 'standby' ? 'off' : 'on';
  return isPerson(entity) && state !== 'home' ? 'away' : state;
}

const mediaWords: ReadonlySet<string> = new Set(['off', 'playing', 'paused']);
const isPerson = ({ domain }: Entity): boolean => domain === 'person' || domain === 'device_tracker';

/** Words that say less than the state does: a player that plays is on, an alarm armed for the night is armed. */
export function isSo(asked: StateWord, entity: Entity, state: EntityState): boolean {
  const word = stateWord(entity, state);
  if (word === asked) return true;
  switch (asked) {
    case 'on':
      return runningWords.has(word);
    case 'off':
      return entity.domain === 'valve' && word === 'closed';
    case 'armed':
      return word.startsWith('armed_');
    case 'muted':
      return state.attributes['is_volume_muted'] === true;
    case 'heating':
    case 'cooling':
      return state.attributes['hvac_action'] === asked;
    case 'detected':
    case 'occupied':
      return (
        word === 'detected' || word === 'occupied' || (entity.domain === 'binary_sensor' && word === 'wet')
      );
    case 'low':
      return entity.domain === 'binary_sensor' ? word === 'on' : Number(state.state) <= lowBatteryPercent;
    default:
      return false;
  }
}

const runningWords: ReadonlySet<string> = new Set(['playing', 'paused', 'cleaning', 'open', 'mowing']);
/** Below this devices ask for a new battery themselves. */
const lowBatteryPercent = 20;

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

/** How a device gets back to the state it had: as wishes, so that it passes the same door as any other. */
import { byName } from '../understand/mention.ts';
import type { Entity, EntityState, HomeModel } from '../../home/model/home-model.ts';
import type { Step } from '../understand/plan.ts';
import type { ArmMode, HvacMode, Wish } from '../understand/wish.ts';
import type { LastAction, StateBefore } from './dialogue.ts';

/** What can be asked for again of a state's attributes. */
const keptAttributes = [
  'brightness',
  'color_mode',
  'color_temp_kelvin',
  'current_position',
  'percentage',
  'temperature',
  'humidity',
  'fan_mode',
  'preset_mode',
  'volume_level',
  'is_volume_muted',
] as const;

/** Where a device that was on its way would have come to rest. */
const restOf: Readonly<Record<string, string>> = {
  opening: 'open',
  closing: 'closed',
  locking: 'locked',
  unlocking: 'unlocked',
};

export function stateBefore(entityId: string, { state, attributes: all }: EntityState): StateBefore {
  const kept = keptAttributes.flatMap((name) => {
    const value = all[name];
    return value === undefined || value === null ? [] : [[name, value] as const];
  });
  const rest = restOf[state];
  // Half-way it had a position that nobody asked for.
  const attributes = Object.fromEntries(
    kept.filter(([name]) => rest === undefined || name !== 'current_position'),
  );
  return { entityId, state: rest ?? state, attributes };
}

/** One step per wish, for the devices that are still there; empty when nothing can be brought back. */
export function restoringSteps(
  { steps, before }: LastAction,
  model: HomeModel,
): readonly Extract<Step, { kind: 'act' }>[] {
  const byWish = new Map<string, { readonly wish: Wish; readonly entities: Entity[] }>();
  for (const was of before) {
    const entity = model.entities.get(was.entityId);
    const done = steps.flatMap((step) => (step.entityIds.includes(was.entityId) ? [step.wish] : []));
    const wish = entity && (wishFor(entity, was, done) ?? null);
    if (!entity || !wish) continue;
    const key = JSON.stringify(wish);
    const group = byWish.get(key) ?? { wish, entities: [] };
    group.entities.push(entity);
    byWish.set(key, group);
  }
  return [...byWish.values()].map((group) => ({
    kind: 'act',
    ...group,
    about: byName,
  }));
}

/** `done` is what was asked of it: of all its attributes, that one is to be as before. */
function wishFor({ domain }: Entity, was: StateBefore, done: readonly Wish[]): Wish | undefined {
  const asked = new Set(done.map((wish) => wish.do));
  const { state } = was;
  switch (domain) {
    case 'light':
      return lightBefore(was, asked);
    case 'cover':
    case 'valve':
      return positionBefore(was);
    case 'lock':
      return state === 'locked' ? { do: 'lock' } : state === 'unlocked' ? { do: 'unlock' } : undefined;
    case 'fan':
      return state === 'on' && typeof was.attributes['percentage'] === 'number'
        ? { do: 'set_fan_speed', percent: was.attributes['percentage'] }
        : switchedBefore(was);
    case 'climate':
      return climateBefore(was, asked);
    case 'media_player':
      return mediaBefore(was, asked);
    case 'humidifier':
      return asked.has('set_humidity') && typeof was.attributes['humidity'] === 'number'
        ? { do: 'set_humidity', percent: was.attributes['humidity'] }
        : switchedBefore(was);
    case 'vacuum':
      return state === 'docked' ? { do: 'return_to_base' } : undefined;
    case 'lawn_mower':
      return state === 'docked' ? { do: 'dock' } : undefined;
    case 'alarm_control_panel':
      return alarmBefore(was);
    case 'todo':
      return listBefore(done);
    default:
      return switchedBefore(was);
  }
}

function switchedBefore({ state }: StateBefore): Wish | undefined {
  return state === 'on' ? { do: 'turn_on' } : state === 'off' ? { do: 'turn_off' } : undefined;
}

function lightBefore(was: StateBefore, asked: ReadonlySet<Wish['do']>): Wish | undefined {
  const { brightness, color_mode, color_temp_kelvin } = was.attributes;
  if (was.state !== 'on') return switchedBefore(was);
  if (asked.has('set_color') || asked.has('set_color_temperature') || asked.has('change_color_temperature'))
    return color_mode === 'color_temp' && typeof color_temp_kelvin === 'number'
      ? { do: 'set_color_temperature', kelvin: color_temp_kelvin }
      : undefined;
  return typeof brightness === 'number'
    ? { do: 'set_brightness', percent: Math.max(1, Math.round((brightness * 100) / 255)) }
    : { do: 'turn_on' };
}

function positionBefore({ state, attributes }: StateBefore): Wish | undefined {
  const position = attributes['current_position'];
  if (typeof position === 'number' && position > 0 && position < 100)
    return { do: 'set_position', percent: position };
  return state === 'open' ? { do: 'open' } : state === 'closed' ? { do: 'close' } : undefined;
}

const hvacModes: ReadonlySet<string> = new Set([
  'off',
  'heat',
  'cool',
  'heat_cool',
  'auto',
  'dry',
  'fan_only',
] satisfies HvacMode[]);

function isHvacMode(mode: string): mode is HvacMode {
  return hvacModes.has(mode);
}

function climateBefore({ state, attributes }: StateBefore, asked: ReadonlySet<Wish['do']>): Wish | undefined {
  const { temperature, fan_mode, preset_mode } = attributes;
  if (asked.has('set_temperature') || asked.has('change_temperature'))
    return typeof temperature === 'number'
      ? { do: 'set_temperature', degrees: temperature, unit: null }
      : undefined;
  if (asked.has('set_fan_mode'))
    return typeof fan_mode === 'string' ? { do: 'set_fan_mode', mode: fan_mode } : undefined;
  if (asked.has('set_preset'))
    return typeof preset_mode === 'string' ? { do: 'set_preset', mode: preset_mode } : undefined;
  return isHvacMode(state) ? { do: 'set_hvac_mode', mode: state } : undefined;
}

function mediaBefore({ state, attributes }: StateBefore, asked: ReadonlySet<Wish['do']>): Wish | undefined {
  const { volume_level, is_volume_muted } = attributes;
  if (asked.has('set_volume') || asked.has('change_volume'))
    return typeof volume_level === 'number'
      ? { do: 'set_volume', percent: Math.round(volume_level * 100) }
      : undefined;
  if (asked.has('mute') || asked.has('unmute')) return { do: is_volume_muted === true ? 'mute' : 'unmute' };
  if (asked.has('next_track')) return { do: 'previous_track' };
  if (asked.has('previous_track')) return { do: 'next_track' };
  switch (state) {
    case 'playing':
      return { do: 'play' };
    case 'paused':
      return { do: 'pause' };
    case 'off':
      return { do: 'turn_off' };
    default:
      return asked.has('play') ? { do: 'stop_media' } : { do: 'turn_on' };
  }
}

const armModes: Readonly<Record<string, ArmMode>> = {
  armed_home: 'home',
  armed_away: 'away',
  armed_night: 'night',
  armed_vacation: 'vacation',
};

function alarmBefore({ state }: StateBefore): Wish | undefined {
  const mode = armModes[state];
  if (mode) return { do: 'arm', mode };
  return state === 'disarmed' ? { do: 'disarm' } : undefined;
}

type ListWish = Extract<Wish, { readonly items: readonly string[] }>;

function listBefore(done: readonly Wish[]): Wish | undefined {
  const items = (what: ListWish['do']) => done.flatMap((wish) => (wish.do === what ? wish.items : []));
  if (items('add_items').length > 0) return { do: 'remove_items', items: items('add_items') };
  return items('remove_items').length > 0 ? { do: 'add_items', items: items('remove_items') } : undefined;
}

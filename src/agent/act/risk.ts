/** What a wish for one device could do to the safety of the home. */
import type { Entity } from '../../home/model/home-model.ts';
import type { Wish } from '../understand/plan.ts';

export type Risk =
  | 'harmless'
  /** It keeps people out or raises an alarm: never asked about. */
  | 'securing'
  /** It lets people, vehicles or water through, or ends an alarm. */
  | 'less-safe';

export function riskOf(wish: Wish, entity: Entity): Risk {
  if (isSecuring(wish, entity)) return 'securing';
  return isLessSafe(wish, entity) ? 'less-safe' : 'harmless';
}

function isSecuring(wish: Wish, { domain }: Entity): boolean {
  if (wish.do === 'lock' || wish.do === 'close' || wish.do === 'arm') return true;
  if (domain !== 'cover' && domain !== 'valve') return false;
  return (
    (wish.do === 'set_position' && wish.percent === 0) ||
    (wish.do === 'change_position' && wish.byPercent < 0)
  );
}

function isLessSafe(wish: Wish, entity: Entity): boolean {
  switch (wish.do) {
    case 'unlock':
    case 'disarm':
      return true;
    case 'open':
    case 'set_position':
    case 'change_position':
      return isBarrier(entity);
    case 'toggle':
      return isBarrier(entity) || entity.domain === 'alarm_control_panel' || soundsLikeOpener(entity);
    case 'turn_on':
    case 'turn_off':
      // A lock or valve that is switched has no agreed meaning of "on".
      return isBarrier(entity) || soundsLikeOpener(entity);
    case 'activate':
    case 'press':
      return soundsLikeOpener(entity);
    default:
      return false;
  }
}

/** Cover classes that let people or vehicles in. */
const entrances: ReadonlySet<string | null> = new Set(['garage', 'gate']);

function isBarrier(entity: Entity): boolean {
  if (entity.domain === 'lock' || entity.domain === 'valve') return true;
  if (entity.domain !== 'cover') return false;
  // Many garage doors and gates come without a class: then their names tell.
  return (
    entrances.has(entity.deviceClass) ||
    (entity.deviceClass === null && isCalled(entity, /garage|\bgates?\b/i))
  );
}

/** What does its work behind a plain switch, button, scene or script. */
const openerDomains: ReadonlySet<string> = new Set([
  'switch',
  'input_boolean',
  'button',
  'input_button',
  'scene',
  'script',
  'automation',
]);

const opens =
  /\b(unlock|disarm|un lock)\w*|\bopen\w*\b.*\b(door|gate|garage|valve)|\b(door|gate|garage|valve)s?\b.*\bopen|\b(garage|gate) (door|motor|relay|switch|button|trigger)\b/i;

function soundsLikeOpener(entity: Entity): boolean {
  return openerDomains.has(entity.domain) && isCalled(entity, opens);
}

function isCalled({ names, entityId }: Entity, pattern: RegExp): boolean {
  return [...names, entityId].some((name) => pattern.test(name.replaceAll(/[_.]/g, ' ')));
}

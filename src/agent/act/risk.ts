/** What a wish could do to the safety of the home. */
import { barrierName, openerName } from './opening-names.ts';
import type { Thing } from './reach.ts';
import type { Wish } from '../understand/plan.ts';

/**
 * `securing` keeps people out or raises an alarm: never asked about. `unseen` is something of the household's own that
 * runs, and may do anything. `less-safe` lets people, vehicles or water through, or ends an alarm.
 */
export const risks = ['harmless', 'securing', 'unseen', 'less-safe'] as const;

export type Risk = (typeof risks)[number];

/** Of a wish for these devices together: the riskiest counts. */
export function riskOf(wish: Wish, things: readonly Thing[]): Risk {
  if (things.some((thing) => isLessSafe(wish, thing))) return 'less-safe';
  if (things.some((thing) => isUnseen(wish, thing))) return 'unseen';
  return things.every((thing) => isSecuring(wish, thing)) ? 'securing' : 'harmless';
}

/** What starts it names nothing of what it does; an automation that is switched may be one that guards the house. */
function isUnseen(wish: Wish, { domain }: Thing): boolean {
  if (domain === 'automation') return true;
  return domain === 'script' && wish.do !== 'turn_off';
}

function isSecuring(wish: Wish, { domain }: Thing): boolean {
  if (wish.do === 'lock' || wish.do === 'close' || wish.do === 'arm') return true;
  if (domain !== 'cover' && domain !== 'valve') return false;
  return (
    (wish.do === 'set_position' && wish.percent === 0) ||
    (wish.do === 'change_position' && wish.byPercent < 0)
  );
}

function isLessSafe(wish: Wish, entity: Thing): boolean {
  switch (wish.do) {
    case 'unlock':
    case 'disarm':
      return true;
    case 'open':
      return isBarrier(entity);
    case 'set_position':
      return wish.percent > 0 && isBarrier(entity);
    case 'change_position':
      return wish.byPercent > 0 && isBarrier(entity);
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

/** It lets people, vehicles or water through while it is open. */
export function isBarrier(entity: Thing): boolean {
  if (entity.domain === 'lock' || entity.domain === 'valve') return true;
  if (entity.domain !== 'cover') return false;
  // Many garage doors and gates come without a class: then their names tell.
  return entrances.has(entity.deviceClass) || (entity.deviceClass === null && isCalled(entity, barrierName));
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

function soundsLikeOpener(entity: Thing): boolean {
  return openerDomains.has(entity.domain) && isCalled(entity, openerName);
}

function isCalled({ names, entityId }: Thing, pattern: RegExp): boolean {
  return [...names, entityId].some((name) => pattern.test(name.replaceAll(/[_.]/g, ' ')));
}

/** On, off and over: for everything that has such states. */
import { turnClimateOff, turnClimateOn } from './climate.ts';
import { isOff, isOn, plan, type Planned, supports, type Target, unsupported } from './plan-action.ts';
import { runRoutine, stopRoutine } from './routines.ts';

export type Switching = 'turn_on' | 'turn_off' | 'toggle';

/** `TURN_ON` and `TURN_OFF` of media players; other domains with bits have their own files. */
const playerBits = { turn_on: 128, turn_off: 256 } as const;
/** `ON_OFF` of water heaters. */
const heaterBit = 8;

/** Domains with `turn_on` and `turn_off` and no bit that says so. */
const plainDomains: ReadonlySet<string> = new Set([
  ...['light', 'switch', 'fan', 'input_boolean', 'humidifier', 'siren', 'remote', 'automation', 'group'],
]);

export function switchTo(wish: Switching, target: Target): Planned {
  const { entity, state } = target;
  if (wish === 'toggle') return switchTo(state && isOn(state) ? 'turn_off' : 'turn_on', target);
  switch (entity.domain) {
    case 'climate':
      return wish === 'turn_on' ? turnClimateOn(target) : turnClimateOff(target);
    case 'scene':
      return wish === 'turn_on' ? runRoutine(target) : unsupported;
    case 'script':
      return wish === 'turn_on' ? runRoutine(target) : stopRoutine(target);
    case 'media_player':
      return supports(target, playerBits[wish]) ? simply(wish, target) : unsupported;
    case 'water_heater':
      return supports(target, heaterBit) ? simply(wish, target) : unsupported;
    default:
      return plainDomains.has(entity.domain) ? simply(wish, target) : unsupported;
  }
}

function simply(wish: 'turn_on' | 'turn_off', target: Target): Planned {
  return plan(target, { service: wish, proves: wish === 'turn_on' ? isOn : isOff });
}

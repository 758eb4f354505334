/** What "on" and "off" of Home Assistant's intents ask of a device. */
import type { Entity } from '../../home/model/home-model.ts';
import { commandIntents } from '../understand/intents/command-intents.ts';
import type { PlainWish, Wish } from '../understand/wish.ts';

/** Null when the device has neither. */
export function switchWish(isOn: boolean, entity: Entity): Wish | null {
  const wish = wishOf(isOn, entity.domain);
  return wish !== null && commandIntents[wish]?.fits(entity) === true ? { do: wish } : null;
}

function wishOf(isOn: boolean, domain: string): PlainWish | null {
  switch (domain) {
    case 'cover':
    case 'valve':
      return isOn ? 'open' : 'close';
    case 'lock':
      return isOn ? 'lock' : 'unlock';
    case 'button':
    case 'input_button':
      return isOn ? 'press' : null;
    case 'scene':
    case 'script':
      return isOn ? 'activate' : null;
    default:
      return isOn ? 'turn_on' : 'turn_off';
  }
}

/** The same for a kind of device whose room is still to be asked for. */
export function unplacedSwitchWish(isOn: boolean, className: string | null): Wish {
  if (className === 'lock') return { do: isOn ? 'lock' : 'unlock' };
  if (className !== null && movingKinds.has(className)) return { do: isOn ? 'open' : 'close' };
  return { do: isOn ? 'turn_on' : 'turn_off' };
}

const movingKinds: ReadonlySet<string> = new Set([
  'cover',
  'garage_door',
  'gate',
  'door',
  'window',
  'blind',
  'shade',
  'shutter',
  'curtain',
  'awning',
  'valve',
]);

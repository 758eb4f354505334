/** Which words of a request ask for which wish. Generous among what one device can do, because the target must be said too. */
import { keysOf } from '../../../core/keys-of.ts';
import { wishDomains } from '../actions/wish-domains.ts';
import type { Wish } from '../../understand/wish.ts';
import type { Asking } from './lexicon.ts';

const brighter: readonly Asking[] = ['brighter', 'up', 'set', 'on'];
const dimmer: readonly Asking[] = ['dimmer', 'down', 'set', 'off'];
const warmer: readonly Asking[] = ['warmer', 'up', 'set', 'on'];
const cooler: readonly Asking[] = ['cooler', 'down', 'set', 'off'];

const plain: Readonly<Record<Wish['do'], readonly Asking[]>> = {
  turn_on: ['on', 'toggle', 'brighter', 'warmer', 'cooler', 'play', 'run', 'air'],
  turn_off: ['off', 'toggle', 'stop', 'pause', 'mute'],
  toggle: ['toggle', 'press'],
  set_brightness: ['brighter', 'dimmer', 'set', 'on', 'up', 'down', 'colour'],
  change_brightness: ['brighter', 'dimmer', 'set', 'up', 'down'],
  set_color: ['colour'],
  set_color_temperature: ['colour', 'set', 'dimmer', 'brighter'],
  change_color_temperature: ['colour', 'set', 'dimmer', 'brighter'],
  open: ['open', 'up'],
  close: ['close', 'down'],
  stop: ['stop', 'pause'],
  set_position: ['open', 'close', 'set', 'up', 'down'],
  change_position: ['open', 'close', 'up', 'down', 'set'],
  lock: ['lock', 'close'],
  unlock: ['unlock'],
  set_fan_speed: ['set', 'on', 'off', 'up', 'down', 'air', 'cooler', 'mode', 'quieter'],
  change_fan_speed: ['up', 'down', 'set', 'air', 'cooler', 'quieter'],
  set_oscillation: ['mode', 'on', 'off', 'stop', 'set'],
  set_temperature: ['warmer', 'cooler', 'set', 'up', 'down', 'on'],
  change_temperature: ['warmer', 'cooler', 'up', 'down'],
  set_hvac_mode: ['set', 'on', 'off', 'warmer', 'cooler', 'mode', 'stop', 'air'],
  set_fan_mode: ['mode', 'set', 'up', 'down', 'quieter', 'on', 'off', 'air'],
  set_preset: ['mode', 'set', 'on', 'off', 'up', 'down', 'quieter'],
  set_humidity: ['set', 'up', 'down', 'air'],
  set_volume: ['louder', 'quieter', 'set', 'up', 'down'],
  change_volume: ['louder', 'quieter', 'up', 'down'],
  play: ['play', 'resume', 'on'],
  pause: ['pause', 'stop', 'off', 'mute', 'quieter'],
  stop_media: ['stop', 'off', 'pause'],
  next_track: ['next'],
  previous_track: ['previous'],
  mute: ['mute', 'quieter', 'off'],
  unmute: ['unmute', 'louder', 'on'],
  play_media: ['play', 'source'],
  select_source: ['source', 'play'],
  start_cleaning: ['clean', 'on'],
  clean_area: ['clean'],
  pause_cleaning: ['pause', 'stop'],
  return_to_base: ['dock', 'stop', 'off'],
  locate: ['find'],
  start_mowing: ['mow', 'on'],
  pause_mowing: ['pause', 'stop'],
  dock: ['dock', 'stop', 'off'],
  arm: ['arm', 'on', 'lock'],
  disarm: ['disarm'],
  activate: ['run', 'on', 'press'],
  press: ['press', 'run', 'on'],
  add_items: ['add'],
  complete_items: ['complete', 'remove'],
  remove_items: ['remove', 'complete'],
};

/** A step up is not asked for by words that ask for one down. */
const signed: Readonly<Record<string, readonly [up: readonly Asking[], down: readonly Asking[]]>> = {
  change_brightness: [brighter, dimmer],
  change_position: [
    ['open', 'up', 'set'],
    ['close', 'down', 'set'],
  ],
  change_fan_speed: [
    ['up', 'set', 'air', 'cooler', 'on'],
    ['down', 'set', 'quieter', 'off'],
  ],
  change_temperature: [warmer, cooler],
  change_volume: [
    ['louder', 'up', 'set'],
    ['quieter', 'down', 'set'],
  ],
};

export function askingsFor(wish: Wish, domain: string): readonly Asking[] {
  if (wish.do === 'turn_on') return turningOn[domain] ?? plain.turn_on;
  const [up, down] = signed[wish.do] ?? [];
  if (up && down) return stepOf(wish) > 0 ? up : down;
  // "Dim the lamp" does not ask for its full light.
  if (wish.do === 'set_brightness' && wish.percent > brightest) return notDimmer;
  if (wish.do === 'set_hvac_mode')
    return wish.mode === 'off' ? ending : plain.set_hvac_mode.filter((one) => !ending.includes(one));
  if (wish.do === 'set_oscillation') return wish.on ? ['mode', 'on', 'set'] : ['mode', ...ending];
  // A valve is what people turn on and off.
  if (domain === 'valve' && wish.do === 'open') return ['open', 'on', 'water'];
  if (domain === 'valve' && wish.do === 'close') return ['close', 'off', 'stop'];
  // "Make it dark".
  if (domain === 'cover' && wish.do === 'close') return ['close', 'down', 'dimmer'];
  return plain[wish.do];
}

/** What is turned on by words for what it does: no lamp by "cooler". */
const turningOn: Readonly<Record<string, readonly Asking[]>> = {
  light: ['on', 'toggle', 'brighter'],
  media_player: ['on', 'toggle', 'play', 'run'],
  climate: ['on', 'toggle', 'warmer', 'cooler', 'air', 'run'],
  fan: ['on', 'toggle', 'cooler', 'air', 'run'],
};

const ending: readonly Asking[] = ['off', 'stop'];

/** More than this is not dim. */
const brightest = 80;
const notDimmer: readonly Asking[] = ['brighter', 'set', 'on', 'up', 'colour'];

/** Wishes without a kind of their own fit these. */
const switched: ReadonlySet<string> = new Set([
  ...['light', 'fan', 'climate', 'media_player', 'humidifier', 'vacuum', 'lawn_mower', 'cover', 'switch'],
]);

const byDomain = new Map<string, ReadonlySet<Asking>>();

/** All words that could be said to a device of this kind. */
export function askingsOf(domain: string): ReadonlySet<Asking> {
  const known = byDomain.get(domain);
  if (known) return known;
  const fitting = keysOf(plain).filter((name) => wishDomains[name]?.includes(domain) ?? switched.has(domain));
  const askings = new Set(fitting.flatMap((name) => plain[name]));
  byDomain.set(domain, askings);
  return askings;
}

/** Of a relative wish, how far; else 0. */
function stepOf(wish: Wish): number {
  switch (wish.do) {
    case 'change_brightness':
    case 'change_position':
    case 'change_fan_speed':
    case 'change_volume':
      return wish.byPercent;
    case 'change_temperature':
      return wish.byDegrees;
    default:
      return 0;
  }
}

/** Words that say it without a doubt, where less would let somebody in. */
export function isBarrierWish(wish: Wish): 'open' | 'unlock' | 'disarm' | null {
  if (wish.do === 'unlock' || wish.do === 'disarm') return wish.do;
  return wish.do === 'open' || wish.do === 'set_position' || wish.do === 'change_position' ? 'open' : null;
}

/** Whether a figure goes the way that was asked for: who wants the sound down does not ask for more of it. Pure. */
import type { Wish } from '../../understand/wish.ts';
import type { Asking, Lexicon } from './lexicon.ts';

type Ways = readonly [up: readonly Asking[], down: readonly Asking[]];

const ways: Readonly<Partial<Record<Wish['do'], Ways>>> = {
  set_brightness: [
    ['brighter', 'up'],
    ['dimmer', 'down'],
  ],
  set_temperature: [
    ['warmer', 'up'],
    ['cooler', 'down'],
  ],
  set_volume: [
    ['louder', 'up'],
    ['quieter', 'mute', 'down'],
  ],
  set_fan_speed: [['up'], ['down', 'quieter']],
  set_humidity: [['up'], ['down']],
};

/** `step`: from how it is now; what stays about as it is goes no way. */
export function isWayAsked(wish: Wish, step: number | null, text: string, { asking }: Lexicon): boolean {
  const says = (askings: readonly Asking[]) => askings.some((one) => asking[one]?.test(text) === true);
  // "Open it a little" may be less than it is now; what is to be closed does not open.
  if (wish.do === 'set_position') {
    if (!says(['close', 'down']) || says(['open'])) return true;
    return wish.percent <= nearlyShut || (step !== null && step < 0 && degree.test(text));
  }
  const pair = ways[wish.do];
  // "I want the fan off" sets it to nothing else.
  if (pair && says(['off']) && !says(pair.flat())) return 'percent' in wish && wish.percent === 0;
  if (pair === undefined || step === null || Math.abs(step) <= smallest) return true;
  const [up, down] = pair;
  // "The volume down": a word that goes both ways says less than one that goes one way.
  const plainly = [says(['up']), says(['down'])];
  const [isUp, isDown] = plainly[0] === plainly[1] ? [says(up), says(down)] : plainly;
  return isUp === isDown || (isUp ? step > 0 : step < 0);
}

/** In percent. */
const nearlyShut = 20;
const degree =
  /(?<!\p{L})(?:bit|little|slight\p{L}*|half\p{L}*|part\p{L}*|some|third|quarter|most|bisschen|etwas|wenig|stück|teil\p{L}*|halb\p{L}*|peu|moitié|poco|mitad|medio|beetje|wat|helft|deels|\d+)(?!\p{L})/u;

/** Models round. */
const smallest = 1;

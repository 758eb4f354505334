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
  // "Open it a little" may be less than it is now; what is to be closed does not open.
  set_position: [[], ['close', 'down']],
  set_fan_speed: [['up'], ['down', 'quieter']],
  set_humidity: [['up'], ['down']],
};

/** `step`: from how it is now; what stays about as it is goes no way. */
export function isWayAsked(wish: Wish, step: number | null, text: string, { asking }: Lexicon): boolean {
  const pair = ways[wish.do];
  if (pair === undefined || step === null || Math.abs(step) <= smallest) return true;
  const says = (askings: readonly Asking[]) => askings.some((one) => asking[one]?.test(text) === true);
  // "The volume down": a word that goes both ways says less than one that goes one way.
  const [up, down] = pair;
  if (up.length === 0) return !says(down) || says(['open']) || step < 0;
  const plainly = [says(['up']), says(['down'])];
  const [isUp, isDown] = plainly[0] === plainly[1] ? [says(up), says(down)] : plainly;
  return isUp === isDown || (isUp ? step > 0 : step < 0);
}

/** Models round. */
const smallest = 1;

/** English: what each wish is called when it is done, on its way, or asked for. */
import type { PlainWish } from '../../understand/wish.ts';
import type { Wish } from '../../understand/plan.ts';
import { degrees, list } from './words.ts';

export type EnglishWish = {
  /** After "is" or "are": "locked", "at 25 percent". */
  readonly done: string;
  /** After "is" or "are", on the way there: "closing". */
  readonly going: string;
  /** True when subject and `done` are enough: "Kitchen lights off." */
  readonly isTerse?: boolean;
  readonly todo: (object: string) => string;
};

const wish = (done: string, going: string, todo: EnglishWish['todo'], isTerse = false): EnglishWish => ({
  done,
  going,
  todo,
  isTerse,
});

const plain: Readonly<Record<PlainWish, EnglishWish>> = {
  turn_on: wish('on', 'turning on', (it) => `turn on ${it}`, true),
  turn_off: wish('off', 'turning off', (it) => `turn off ${it}`, true),
  toggle: wish('switched over', 'switching over', (it) => `switch over ${it}`),
  open: wish('open', 'opening', (it) => `open ${it}`),
  close: wish('closed', 'closing', (it) => `close ${it}`),
  stop: wish('stopped', 'stopping', (it) => `stop ${it}`),
  lock: wish('locked', 'locking', (it) => `lock ${it}`),
  unlock: wish('unlocked', 'unlocking', (it) => `unlock ${it}`),
  activate: wish('activated', 'being activated', (it) => `activate ${it}`, true),
  press: wish('pressed', 'being pressed', (it) => `press ${it}`),
  play: wish('playing', 'starting to play', (it) => `let ${it} play`),
  pause: wish('paused', 'pausing', (it) => `pause ${it}`),
  stop_media: wish('stopped', 'stopping', (it) => `stop ${it}`),
  next_track: wish('on the next track', 'going to the next track', (it) => `skip to the next track on ${it}`),
  previous_track: wish(
    'on the previous track',
    'going to the previous track',
    (it) => `go back to the previous track on ${it}`,
  ),
  mute: wish('muted', 'being muted', (it) => `mute ${it}`),
  unmute: wish('unmuted', 'being unmuted', (it) => `unmute ${it}`),
  start_cleaning: wish('cleaning', 'starting to clean', (it) => `start ${it}`),
  pause_cleaning: wish('paused', 'pausing', (it) => `pause ${it}`),
  return_to_base: wish(
    'back at the dock',
    'on the way back to the dock',
    (it) => `send ${it} back to the dock`,
  ),
  locate: wish('calling', 'being called', (it) => `find ${it}`),
  start_mowing: wish('mowing', 'starting to mow', (it) => `start ${it}`),
  pause_mowing: wish('paused', 'pausing', (it) => `pause ${it}`),
  dock: wish('docked', 'on the way back to the dock', (it) => `send ${it} back to the dock`),
  disarm: wish('disarmed', 'being disarmed', (it) => `disarm ${it}`),
};

/** Something set to a value, said in the same words on the way and when it is there. */
const set = (value: string): EnglishWish =>
  wish(`set to ${value}`, `changing to ${value}`, (it) => `set ${it} to ${value}`);
const at = (value: string): EnglishWish =>
  wish(`at ${value}`, `moving to ${value}`, (it) => `set ${it} to ${value}`);
const more = (done: string): EnglishWish => wish(done, `getting ${done}`, (it) => `make ${it} ${done}`);
const words = (value: string): string => value.replaceAll('_', ' ');
const inColor = (color: string): EnglishWish =>
  wish(color, `turning ${color}`, (it) => `turn ${it} ${color}`);
/** CSS writes "midnightblue". */
const colorName = (name: string): string =>
  words(name).replace(/(?<=[a-z]{3})(?=(?:blue|green|red|pink|purple|orange|violet|yellow)$)/, ' ');

export function wishWords(asked: Wish): EnglishWish {
  switch (asked.do) {
    case 'set_brightness':
      if (asked.percent === 0) return { ...plain.turn_off, going: 'off' };
      return wish(
        `at ${asked.percent} percent`,
        `going to ${asked.percent} percent`,
        (it) => `dim ${it} to ${asked.percent} percent`,
        true,
      );
    case 'change_brightness':
      return more(asked.byPercent < 0 ? 'dimmer' : 'brighter');
    case 'set_color':
      return inColor(colorName(asked.color));
    case 'set_color_temperature':
      return at(`${asked.kelvin} kelvin`);
    case 'change_color_temperature':
      return more(asked.byKelvin < 0 ? 'warmer' : 'cooler');
    case 'set_position':
    case 'set_fan_speed':
      return at(`${asked.percent} percent`);
    case 'change_position':
      return more(asked.byPercent < 0 ? 'further closed' : 'further open');
    case 'change_fan_speed':
      return more(asked.byPercent < 0 ? 'slower' : 'faster');
    case 'set_oscillation':
      return asked.on
        ? wish('oscillating', 'starting to oscillate', (it) => `let ${it} oscillate`)
        : wish('no longer oscillating', 'stopping to oscillate', (it) => `stop the oscillation of ${it}`);
    case 'set_temperature':
      return set(degrees(asked.degrees));
    case 'change_temperature':
      return set(`${degrees(Math.abs(asked.byDegrees))} ${asked.byDegrees < 0 ? 'lower' : 'higher'}`);
    case 'set_hvac_mode':
      return asked.mode === 'off' ? plain.turn_off : set(hvacModes[asked.mode]);
    case 'set_fan_mode':
    case 'set_preset':
      return set(words(asked.mode));
    case 'set_humidity':
      return set(`${asked.percent} percent humidity`);
    case 'set_volume':
      return wish(
        `at volume ${asked.percent} percent`,
        `going to volume ${asked.percent} percent`,
        (it) => `set ${it} to volume ${asked.percent} percent`,
      );
    case 'change_volume':
      return more(asked.byPercent < 0 ? 'quieter' : 'louder');
    case 'play_media':
      return wish(
        `playing ${asked.query}`,
        `starting to play ${asked.query}`,
        (it) => `play ${asked.query} on ${it}`,
      );
    case 'select_source':
      return set(asked.source);
    case 'clean_area':
      return { ...plain.start_cleaning, todo: (it) => `let ${it} clean there` };
    case 'arm':
      return wish(armModes[asked.mode], 'arming', (it) => `arm ${it}`);
    case 'add_items':
      return wish(`longer by ${list(asked.items)}`, 'changing', (it) => `put ${list(asked.items)} on ${it}`);
    case 'complete_items':
      return wish(
        `done with ${list(asked.items)}`,
        'changing',
        (it) => `tick off ${list(asked.items)} on ${it}`,
      );
    case 'remove_items':
      return wish(
        `without ${list(asked.items)} now`,
        'changing',
        (it) => `take ${list(asked.items)} off ${it}`,
      );
    default:
      return plain[asked.do];
  }
}

const hvacModes = {
  heat: 'heating',
  cool: 'cooling',
  heat_cool: 'heating and cooling',
  auto: 'automatic',
  dry: 'drying',
  fan_only: 'fan only',
} as const;

const armModes = {
  home: 'armed for home',
  away: 'armed for away',
  night: 'armed for the night',
  vacation: 'armed for the vacation',
} as const;

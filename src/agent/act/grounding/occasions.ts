/** What "I'm cold" or "good night" asks for without saying it: wishes by kind of device. Nothing less safe is among them. */
import type { Wish } from '../../understand/wish.ts';
import type { Occasion } from './lexicon.ts';

type Doing = Wish['do'];
type Meant = Readonly<Record<string, readonly Doing[]>>;

const light: readonly Doing[] = [
  'turn_on',
  'set_brightness',
  'change_brightness',
  'set_color_temperature',
  'change_color_temperature',
];
const dimLight: readonly Doing[] = [...light, 'turn_off'];
const moodLight: readonly Doing[] = [...dimLight, 'set_color'];
const heating: readonly Doing[] = [
  'turn_on',
  'set_temperature',
  'change_temperature',
  'set_hvac_mode',
  'set_preset',
];
const saving: readonly Doing[] = [...heating, 'turn_off'];
const air: readonly Doing[] = [
  'turn_on',
  'set_fan_speed',
  'change_fan_speed',
  'set_preset',
  'set_oscillation',
];
const shut: readonly Doing[] = ['close', 'set_position', 'change_position'];
const opened: readonly Doing[] = ['open', 'set_position', 'change_position'];
const silence: readonly Doing[] = ['turn_off', 'pause', 'stop_media', 'mute', 'set_volume', 'change_volume'];
const music: readonly Doing[] = [
  'turn_on',
  'play',
  'play_media',
  'select_source',
  'set_volume',
  'change_volume',
];
const routine: readonly Doing[] = ['activate', 'press', 'turn_on'];
const routines: Meant = {
  scene: routine,
  script: routine,
  automation: routine,
  button: routine,
  input_button: routine,
};

export const meantBy: Readonly<Record<Occasion, Meant>> = {
  cold: { climate: heating, water_heater: heating, fan: ['turn_off'], cover: shut, switch: ['turn_on'] },
  hot: { climate: saving, fan: air, cover: [...shut, ...opened], switch: ['turn_on', 'turn_off'] },
  dark: { light, switch: ['turn_on'], cover: opened },
  bright: { light: dimLight, cover: shut, switch: ['turn_off'] },
  loud: {
    media_player: silence,
    fan: ['turn_off', 'set_fan_speed', 'change_fan_speed'],
    vacuum: ['pause_cleaning', 'return_to_base'],
  },
  inaudible: { media_player: ['set_volume', 'change_volume', 'unmute'] },
  stuffy: { fan: air, cover: opened, climate: heating, switch: ['turn_on'], humidifier: ['turn_on'] },
  dry: { humidifier: ['turn_on', 'set_humidity'], climate: ['set_humidity'] },
  humid: {
    humidifier: ['turn_on', 'turn_off', 'set_humidity'],
    fan: air,
    climate: heating,
    switch: ['turn_on'],
  },
  bed: {
    ...routines,
    light: dimLight,
    switch: ['turn_off'],
    media_player: silence,
    fan: ['turn_off', ...air],
    climate: saving,
    cover: shut,
    lock: ['lock'],
    alarm_control_panel: ['arm'],
  },
  morning: { ...routines, light, switch: ['turn_on'], media_player: music, cover: opened, climate: heating },
  leaving: {
    ...routines,
    light: ['turn_off'],
    switch: ['turn_off'],
    fan: ['turn_off'],
    media_player: silence,
    climate: saving,
    cover: shut,
    lock: ['lock'],
    alarm_control_panel: ['arm'],
    vacuum: ['start_cleaning'],
  },
  arriving: { ...routines, light, climate: heating, media_player: music },
  film: { ...routines, light: moodLight, media_player: music, cover: shut, switch: ['turn_on', 'turn_off'] },
  meal: { ...routines, light, media_player: music, switch: ['turn_on'] },
  reading: { ...routines, light },
  mood: { ...routines, light: moodLight, media_player: music, cover: shut, switch: ['turn_on'] },
  party: { ...routines, light: moodLight, media_player: music, switch: ['turn_on'] },
  dirty: { vacuum: ['start_cleaning', 'clean_area'] },
  grass: { lawn_mower: ['start_mowing'] },
  lacking: { todo: ['add_items'] },
  done: { todo: ['complete_items', 'remove_items'] },
  'left-on': {
    light: ['turn_off'],
    switch: ['turn_off'],
    fan: ['turn_off'],
    media_player: silence,
    climate: ['turn_off', 'set_hvac_mode'],
  },
  'left-open': { cover: shut, valve: ['close'], lock: ['lock'] },
  private: { cover: shut },
  needless: {
    light: ['turn_off'],
    switch: ['turn_off'],
    fan: ['turn_off'],
    humidifier: ['turn_off'],
    media_player: silence,
    climate: ['turn_off', 'set_temperature', 'change_temperature', 'set_hvac_mode', 'set_preset'],
    vacuum: ['pause_cleaning', 'return_to_base'],
    lawn_mower: ['pause_mowing', 'dock'],
    valve: ['close'],
  },
  wet: { cover: shut, lawn_mower: ['dock'], valve: ['close'] },
};

/** Plain switches stand for anything: they belong to a complaint only where their names say so. */
export const switchedFor: Readonly<Partial<Record<Occasion, readonly string[]>>> = {
  cold: ['climate'],
  hot: ['fan', 'climate'],
  dark: ['light'],
  bright: ['light'],
  stuffy: ['fan'],
  humid: ['fan', 'humidifier'],
};

/** What is complained of is what is named, where something is. */
export const aboutNamed: ReadonlySet<Occasion> = new Set([
  'loud',
  'inaudible',
  'bright',
  'left-on',
  'left-open',
  'needless',
]);

/** Ways that what is set goes after them; a figure of another kind goes any way. */
const warming: ReadonlySet<Occasion> = new Set(['cold', 'arriving', 'morning']);
const cooling: ReadonlySet<Occasion> = new Set(['hot', 'needless']);
const brightening: ReadonlySet<Occasion> = new Set(['dark', 'reading']);
const hushing: ReadonlySet<Occasion> = new Set(['loud', 'bed', 'leaving', 'needless', 'left-on']);

/** True where the wish goes the way of the occasion: nobody who is cold asks for less heat. `step`: from how it is now. */
export function goesAlong(occasion: Occasion, wish: Wish, step: number | null): boolean {
  const goes = (isUp: boolean, isDown: boolean) =>
    step === null || step === 0 || (step > 0 ? !isDown : !isUp);
  switch (wish.do) {
    case 'set_temperature':
    case 'change_temperature':
      return goes(warming.has(occasion), cooling.has(occasion));
    case 'set_brightness':
    case 'change_brightness':
      return goes(brightening.has(occasion), occasion === 'bright');
    case 'set_volume':
    case 'change_volume':
      return goes(occasion === 'inaudible', hushing.has(occasion));
    case 'set_hvac_mode':
      return !warming.has(occasion) || wish.mode !== 'off';
    case 'set_preset':
      return !warming.has(occasion) || !/eco|away|sleep|night|sav/i.test(wish.mode);
    default:
      return true;
  }
}

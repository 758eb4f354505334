/** What "I'm cold" or "good night" asks for without saying it: wishes by kind of device. Nothing less safe is among them. */
import type { Wish } from '../../understand/wish.ts';
import type { Occasion } from './lexicon.ts';

type Doing = Wish['do'];
type Meant = Readonly<Record<string, readonly Doing[]>>;

const light: readonly Doing[] = [
  'turn_on',
  'set_brightness',
  'change_brightness',
  'set_color',
  'set_color_temperature',
  'change_color_temperature',
];
const dimLight: readonly Doing[] = [...light, 'turn_off'];
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
  film: { ...routines, light: dimLight, media_player: music, cover: shut, switch: ['turn_on', 'turn_off'] },
  meal: { ...routines, light, media_player: music, switch: ['turn_on'] },
  reading: { ...routines, light },
  mood: { ...routines, light: dimLight, media_player: music, cover: shut, switch: ['turn_on'] },
  party: { ...routines, light, media_player: music, switch: ['turn_on'] },
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

/** True where the wish goes the way of the occasion: nobody who is cold asks for less heat. */
export function goesAlong(occasion: Occasion, wish: Wish): boolean {
  if (wish.do === 'change_temperature')
    return occasion === 'cold' || occasion === 'arriving' || occasion === 'morning'
      ? wish.byDegrees > 0
      : !['hot', 'needless'].includes(occasion) || wish.byDegrees < 0;
  if (wish.do === 'change_brightness')
    return occasion === 'dark' || occasion === 'reading'
      ? wish.byPercent > 0
      : occasion !== 'bright' || wish.byPercent < 0;
  if (wish.do === 'change_volume')
    return occasion === 'inaudible'
      ? wish.byPercent > 0
      : !['loud', 'bed', 'leaving', 'needless', 'left-on'].includes(occasion) || wish.byPercent < 0;
  if (wish.do === 'set_hvac_mode') return occasion !== 'cold' || wish.mode !== 'off';
  return true;
}

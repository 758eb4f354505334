/** Which kinds of devices a wish can be for at all: feature bits mean something else in every domain. */
import type { Wish } from '../../understand/wish.ts';

const light = ['light'];
const openings = ['cover', 'valve'];
const lock = ['lock'];
const fan = ['fan'];
const climate = ['climate'];
const heating = ['climate', 'water_heater'];
const player = ['media_player'];
const vacuum = ['vacuum'];
const mower = ['lawn_mower'];
const alarm = ['alarm_control_panel'];
const list = ['todo'];
/** What can be switched is told by `switching.ts`. */
const any = null;

export const wishDomains: Readonly<Record<Wish['do'], readonly string[] | null>> = {
  turn_on: any,
  turn_off: any,
  toggle: any,
  set_brightness: light,
  change_brightness: light,
  set_color: light,
  set_color_temperature: light,
  change_color_temperature: light,
  open: [...openings, ...lock],
  close: openings,
  stop: openings,
  set_position: openings,
  change_position: openings,
  lock,
  unlock: lock,
  set_fan_speed: fan,
  change_fan_speed: fan,
  set_oscillation: fan,
  set_temperature: heating,
  change_temperature: heating,
  set_hvac_mode: climate,
  set_fan_mode: climate,
  set_preset: [...climate, ...fan],
  set_humidity: [...climate, 'humidifier'],
  play: player,
  pause: player,
  stop_media: player,
  next_track: player,
  previous_track: player,
  set_volume: player,
  change_volume: player,
  mute: player,
  unmute: player,
  play_media: player,
  select_source: player,
  start_cleaning: vacuum,
  pause_cleaning: vacuum,
  return_to_base: vacuum,
  clean_area: vacuum,
  locate: vacuum,
  start_mowing: mower,
  pause_mowing: mower,
  dock: mower,
  arm: alarm,
  disarm: alarm,
  activate: ['scene', 'script', 'automation', 'button', 'input_button'],
  press: ['button', 'input_button'],
  add_items: list,
  complete_items: list,
  remove_items: list,
};

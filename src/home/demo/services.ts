/** The actions the demo home offers, with the fields it accepts; others are refused as Home Assistant does. */
import * as z from 'zod';
import type { DemoService } from './demo-service.ts';
import { listServices } from './lists.ts';
import { findMedia } from './media-library.ts';
import { calendarServices } from './calendars.ts';
import { forecast, forecastFields } from './forecasts.ts';
import { press, runScript, setScene } from './routines.ts';

type Domain = Readonly<Record<string, DemoService>>;

const none = z.strictObject({});
const percent = z.number().min(0).max(100);
const ratio = z.number().min(0).max(1);
const code = z.strictObject({ code: z.string().optional() });
const lampColour = {
  color_temp_kelvin: z.number().positive().optional(),
  color_name: z.string().optional(),
  rgb_color: z.array(z.number()).length(3).optional(),
  hs_color: z.array(z.number()).length(2).optional(),
  transition: z.number().nonnegative().optional(),
};
const lamp = z.strictObject({
  brightness: z.number().min(0).max(255).optional(),
  brightness_pct: percent.optional(),
  brightness_step: z.number().min(-255).max(255).optional(),
  brightness_step_pct: z.number().min(-100).max(100).optional(),
  ...lampColour,
});

/** Services that take nothing, each for entities with the feature. */
const plain = (services: Readonly<Record<string, number | undefined>>): Domain =>
  Object.fromEntries(
    Object.entries(services).map(([name, needs]) => [
      name,
      { fields: none, ...(needs !== undefined && { needs }) },
    ]),
  );

const onOff = plain({ turn_on: undefined, turn_off: undefined, toggle: undefined });

/** Openings: the same four services in two domains, under their own names. */
const opening = (domain: 'cover' | 'valve'): Domain => ({
  ...plain({ [`open_${domain}`]: 1, [`close_${domain}`]: 2, [`stop_${domain}`]: 8, toggle: 1 | 2 }),
  [`set_${domain}_position`]: { fields: z.strictObject({ position: percent }), needs: 4 },
});

const arm = (needs: number): DemoService => ({ fields: code, needs });
const speed = z.strictObject({ percentage_step: percent.optional() });

export const demoServices: Readonly<Record<string, Domain>> = {
  light: {
    turn_on: { fields: lamp },
    turn_off: { fields: z.strictObject({ transition: z.number().nonnegative().optional() }) },
    toggle: { fields: lamp },
  },
  switch: onOff,
  input_boolean: onOff,
  fan: {
    ...onOff,
    turn_on: { fields: z.strictObject({ percentage: percent.optional() }) },
    set_percentage: { fields: z.strictObject({ percentage: percent }), needs: 1 },
    increase_speed: { fields: speed, needs: 1 },
    decrease_speed: { fields: speed, needs: 1 },
    oscillate: { fields: z.strictObject({ oscillating: z.boolean() }), needs: 2 },
    set_preset_mode: { fields: z.strictObject({ preset_mode: z.string() }), needs: 8 },
  },
  lock: { lock: { fields: code }, unlock: { fields: code }, open: { fields: code, needs: 1 } },
  cover: opening('cover'),
  valve: opening('valve'),
  climate: {
    ...plain({ turn_on: 256, turn_off: 128 }),
    set_temperature: {
      fields: z.strictObject({
        temperature: z.number().optional(),
        target_temp_high: z.number().optional(),
        target_temp_low: z.number().optional(),
        hvac_mode: z.string().optional(),
      }),
      needs: 1 | 2,
    },
    set_hvac_mode: { fields: z.strictObject({ hvac_mode: z.string() }) },
    set_fan_mode: { fields: z.strictObject({ fan_mode: z.string() }), needs: 8 },
    set_preset_mode: { fields: z.strictObject({ preset_mode: z.string() }), needs: 16 },
    set_humidity: { fields: z.strictObject({ humidity: percent }), needs: 4 },
  },
  humidifier: {
    ...onOff,
    set_humidity: { fields: z.strictObject({ humidity: percent }) },
    set_mode: { fields: z.strictObject({ mode: z.string() }), needs: 1 },
  },
  media_player: {
    ...plain({ turn_on: 128, turn_off: 256, media_play: 16_384, media_pause: 1, media_stop: 4_096 }),
    ...plain({ media_next_track: 32, media_previous_track: 16, media_play_pause: 1 | 16_384 }),
    ...plain({ volume_up: 4 | 1_024, volume_down: 4 | 1_024 }),
    volume_set: { fields: z.strictObject({ volume_level: ratio }), needs: 4 },
    volume_mute: { fields: z.strictObject({ is_volume_muted: z.boolean() }), needs: 8 },
    select_source: { fields: z.strictObject({ source: z.string() }), needs: 2_048 },
    shuffle_set: { fields: z.strictObject({ shuffle: z.boolean() }), needs: 32_768 },
    play_media: {
      fields: z.strictObject({
        media_content_id: z.string(),
        media_content_type: z.string(),
        enqueue: z.string().optional(),
        announce: z.boolean().optional(),
      }),
      needs: 512,
    },
    search_media: {
      fields: z.strictObject({
        search_query: z.string(),
        media_content_type: z.string().optional(),
        media_filter_classes: z.array(z.string()).optional(),
      }),
      needs: 4_194_304,
      answer: (_world, _entity, data) => findMedia(data),
    },
  },
  vacuum: {
    ...plain({ start: 8_192, pause: 4, stop: 8, return_to_base: 16, locate: 512, clean_spot: 1_024 }),
    clean_area: { fields: z.strictObject({ cleaning_area_id: z.array(z.string()) }), needs: 16_384 },
    set_fan_speed: { fields: z.strictObject({ fan_speed: z.string() }), needs: 32 },
  },
  lawn_mower: plain({ start_mowing: 1, pause: 2, dock: 4, stop: 8 }),
  alarm_control_panel: {
    alarm_disarm: { fields: code },
    alarm_arm_home: arm(1),
    alarm_arm_away: arm(2),
    alarm_arm_night: arm(4),
    alarm_arm_vacation: arm(32),
    alarm_trigger: arm(8),
  },
  scene: {
    turn_on: { fields: z.strictObject({ transition: z.number().optional() }), act: setScene },
  },
  script: {
    turn_on: { fields: z.strictObject({ variables: z.looseObject({}).optional() }), act: runScript },
    turn_off: { fields: none },
  },
  button: { press: { fields: none, act: press } },
  todo: listServices,
  calendar: calendarServices,
  weather: { get_forecasts: { fields: forecastFields, answer: forecast } },
};

/** The actions the demo home offers, with the fields it accepts; others are refused as Home Assistant does. */
import * as z from 'zod';

const none = z.strictObject({});
const percent = z.number().min(0).max(100);
const lamp = z.strictObject({
  brightness: z.number().min(0).max(255).optional(),
  brightness_pct: percent.optional(),
  color_temp_kelvin: z.number().positive().optional(),
  color_name: z.string().optional(),
  rgb_color: z.array(z.number()).length(3).optional(),
  transition: z.number().nonnegative().optional(),
});

export const demoServices: Readonly<
  Record<string, Readonly<Record<string, z.ZodType<Record<string, unknown>>>>>
> = {
  light: {
    turn_on: lamp,
    turn_off: z.strictObject({ transition: z.number().nonnegative().optional() }),
    toggle: lamp,
  },
  switch: { turn_on: none, turn_off: none, toggle: none },
  fan: {
    turn_on: z.strictObject({ percentage: percent.optional() }),
    turn_off: none,
    toggle: none,
    set_percentage: z.strictObject({ percentage: percent }),
  },
  lock: {
    lock: z.strictObject({ code: z.string().optional() }),
    unlock: z.strictObject({ code: z.string().optional() }),
  },
  cover: {
    open_cover: none,
    close_cover: none,
    stop_cover: none,
    set_cover_position: z.strictObject({ position: percent }),
  },
  climate: {
    turn_on: none,
    turn_off: none,
    set_temperature: z.strictObject({ temperature: z.number(), hvac_mode: z.string().optional() }),
    set_hvac_mode: z.strictObject({ hvac_mode: z.string() }),
  },
  media_player: {
    turn_on: none,
    turn_off: none,
    media_play: none,
    media_pause: none,
    volume_set: z.strictObject({ volume_level: z.number().min(0).max(1) }),
  },
};
